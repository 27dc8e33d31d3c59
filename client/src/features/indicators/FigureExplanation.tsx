import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { Link, useParams } from 'react-router';
import { Fact } from '../../components/Fact.tsx';
import { Notification } from '../../components/Notification.tsx';
import { Tag } from '../../components/Tag.tsx';
import { releaseAddress } from '../releases/release-address.ts';
import { figureAddress } from '../returns/return-address.ts';
import { WhySentence } from '../sharing/WhySentence.tsx';
import { FigureDirection } from './FigureDirection.tsx';
import { FigureTags } from './FigureTags.tsx';
import type { DetailedCell, DetailedRow } from './figure-query.ts';
import type { FigureToExplain } from './figure-to-explain.ts';
import { writtenDay } from './london-day.ts';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** Everything about one figure that a person needs before quoting it. */
export function FigureExplanation(props: {
  readonly details: DetailedRow;
  readonly cell: DetailedCell;
  /** How far the figure moved since the period before, in its unit; null if that is not known. */
  readonly change: number | null;
  /** How it ranked where it stood, and what to mind there. */
  readonly where: Pick<FigureToExplain, 'rank' | 'ranked' | 'warnings'>;
}) {
  const { cell, where } = props;
  const { rank, ranked, warnings } = where;
  const { indicator } = props.details;
  const { figure } = cell;
  const { provenance, symbol } = figure;
  const asGiven = indicator.collected ? 'As the return gives it.' : 'As its publisher gives it.';
  const why = <WhySentence why={figure.why} agreement={figure.agreement} />;

  return (
    <div className="figure-panel">
      <p className="figure-panel__value">
        <strong>{figure.text}</strong>{' '}
        {symbol === null ? unitBeside(figure.unit) : symbolMeaning[symbol]}
      </p>
      <p className="figure-panel__marks">
        {rank !== null && (
          <span>
            Rank {rank} of {ranked}
          </span>
        )}
        <FigureDirection direction={cell.direction} indicator={indicator} change={props.change} />
        {provenance.release && <Tag>Released</Tag>}
        <FigureTags figure={figure} />
      </p>
      <Cautions warnings={warnings} />
      <dl className="facts">
        <Fact name="Why there is no figure">{symbol === null ? null : why}</Fact>
        <Fact name="Return">
          {provenance.return && <ReturnLink sent={provenance.return} figure={indicator.key} />}
        </Fact>
        <Fact name="What it is">{indicator.definition}</Fact>
        <Fact name="Who is counted">{indicator.cohort}</Fact>
        <Fact name="Numerator">{counted(indicator.numeratorText, figure.numerator)}</Fact>
        <Fact name="Denominator">{counted(indicator.denominatorText, figure.denominator)}</Fact>
        <Fact name="Period">{`${periodInWords(cell.period)}, ${indicator.periodBasis}`}</Fact>
        <Fact name="How it was made">
          {symbol === null ? (provenance.formula ?? asGiven) : provenance.formula}
        </Fact>
        <Fact name="Source">{provenance.source}</Fact>
        <Fact name="Release">
          {provenance.release && (
            <Link to={releaseAddress(provenance.release.key)}>
              The release it was read from, with its audit
            </Link>
          )}
        </Fact>
        <Fact name="In the return">{placeInReturn(provenance)}</Fact>
        <Fact name="Vintage">{provenance.vintage && writtenDay(provenance.vintage)}</Fact>
        <Fact name="Recorded here">
          {provenance.recordedAt && writtenDay(provenance.recordedAt)}
        </Fact>
        <Fact name="Why you may see it">{symbol === null ? why : null}</Fact>
        <Fact name="Licence">{indicator.licence}</Fact>
        <Fact name="Indicator">{`${indicator.key}, version ${indicator.version}`}</Fact>
      </dl>
    </div>
  );
}

function Cautions({ warnings }: Pick<FigureToExplain, 'warnings'>) {
  if (warnings.length === 0) return null;
  return (
    <Notification tone="warn" title="Compare with care">
      <ul className="figure-panel__warnings">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notification>
  );
}

/** The way on to the cells that the figure was made from. */
function ReturnLink(props: {
  readonly sent: NonNullable<DetailedCell['figure']['provenance']['return']>;
  readonly figure: string;
}) {
  const { consortium = '' } = useParams();
  const { id, version, authority, submittedBy, approvedBy } = props.sent;
  return (
    <>
      <Link to={figureAddress(consortium, id, props.figure)}>
        Version {version} of {authority.name}: to the rows it was made from
      </Link>
      {submittedBy !== null && `. Submitted by ${submittedBy}`}
      {approvedBy !== null && `, approved by ${approvedBy}`}
    </>
  );
}

/** Table and rows of the return; null where the viewer sees none, and for public figures. */
function placeInReturn({ table, rows }: DetailedCell['figure']['provenance']): string | null {
  if (table === null) return null;
  const which = rows.length > 12 ? `${rows.length} rows` : `row ${rows.join(', ')}`;
  return `Table ${table}, ${which}`;
}

/** A unit after a figure that may have its sign already: nothing more after 85%, “per week” after £1,310. */
const unitBeside = (unit: string): string =>
  unit === 'percent' ? '' : unit.replace(/^GBP\s*/, '');

/** What is counted and how many there were, as far as either is known. */
function counted(text: string | null, count: number | null): string | null {
  if (text === null) return count === null ? null : whole.format(count);
  return count === null ? `${text}: not given` : `${text}: ${whole.format(count)}`;
}
