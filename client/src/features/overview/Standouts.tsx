import { Link } from 'react-router';
import type { ResultOf } from '../../graphql/graphql.ts';
import { compareLink } from './compare-link.ts';
import { FigureTags } from './FigureText.tsx';
import type { StandoutsFragment } from './overview-query.ts';

type Standout = ResultOf<typeof StandoutsFragment>['standouts'][number];

const kinds: Readonly<Record<Standout['kind'], string>> = {
  BEST: 'Ahead of England',
  WORST: 'Behind England',
  MOST_IMPROVED: 'Improved most',
  MOST_WORSENED: 'Worsened most',
};

const isStrength = ({ kind }: Standout) => kind === 'BEST' || kind === 'MOST_IMPROVED';

/** What stands out, strengths and concerns apart. Each finding leads to the comparison behind it. */
export function Standouts(props: {
  readonly consortium: string;
  readonly standouts: readonly Standout[];
}) {
  const { consortium, standouts } = props;
  const strengths = standouts.filter(isStrength);
  const concerns = standouts.filter((standout) => !isStrength(standout));

  return (
    <section className="section" aria-labelledby="standouts">
      <h2 id="standouts">What stands out</h2>
      <div className="standouts">
        <StandoutColumn
          title="Strengths"
          tone="good"
          consortium={consortium}
          standouts={strengths}
        />
        <StandoutColumn title="Concerns" tone="bad" consortium={consortium} standouts={concerns} />
      </div>
    </section>
  );
}

function StandoutColumn(props: {
  readonly title: string;
  readonly tone: 'good' | 'bad';
  readonly consortium: string;
  readonly standouts: readonly Standout[];
}) {
  return (
    <div className={`standouts__column standouts__column--${props.tone}`}>
      <h3>{props.title}</h3>
      {props.standouts.length === 0 && <p className="empty">Nothing stands out here.</p>}
      <ul>
        {props.standouts.map((standout) => (
          <li key={`${standout.kind}${standout.indicator.key}${standout.authority.code}`}>
            <StandoutItem consortium={props.consortium} standout={standout} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function StandoutItem(props: { readonly consortium: string; readonly standout: Standout }) {
  const { kind, indicator, authority, sentence, figure } = props.standout;
  const address = compareLink(props.consortium, {
    indicators: [indicator.key],
    focus: indicator.key,
    highlight: authority.code,
    view: kind === 'BEST' || kind === 'WORST' ? 'dots' : 'trend',
  });

  return (
    <div className="standout">
      {/* The sentence has the figure too: this one is for the eye. */}
      <span className="standout__figure" aria-hidden="true">
        {figure.text}
      </span>
      <div>
        <p className="standout__kind">
          {kinds[kind]} <FigureTags status={figure.status} synthetic={figure.synthetic} />
        </p>
        <p className="standout__sentence">
          <Link to={address}>{sentence}</Link>
        </p>
      </div>
    </div>
  );
}
