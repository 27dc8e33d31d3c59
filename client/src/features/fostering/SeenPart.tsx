import type { ReactNode } from 'react';
import { Fact } from '../../components/Fact.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import type { FunnelGroup } from './funnel-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { shownPart } from './funnel-words.ts';
import { StagesChanged } from './StagesChanged.tsx';
import { useAddressChoice } from './use-address-choice.ts';

interface SeenOf {
  readonly rows: readonly { readonly group: Pick<FunnelGroup, 'key' | 'title' | 'why'> }[];
  readonly whyNoTotal: string | null;
}

/** The part of an answer that a person chose among those that are seen; where none is, why not. */
export function SeenPart<Part>(props: {
  readonly of: SeenOf;
  readonly parts: readonly ShownPart<Part>[];
  readonly stagesChanged: string | null;
  readonly children: (shown: ShownPart<Part>) => ReactNode;
}) {
  const { parts } = props;
  const [whose, choose] = useAddressChoice('whose');
  const shown = shownPart(parts, whose);
  if (!shown) return <WhyNothing of={props.of} />;
  return (
    <>
      <StagesChanged words={props.stagesChanged} />
      {parts.length > 1 && (
        <div className="market-filters">
          <FieldSelect
            id="fostering-whose"
            label="Whose"
            options={parts.map(({ key, title }) => ({
              value: key,
              text: key === 'all' ? 'All together' : title,
            }))}
            value={shown.key}
            onChange={({ target: { value } }) => choose(value)}
          />
        </div>
      )}
      {props.children(shown)}
    </>
  );
}

function WhyNothing({ of: { rows, whyNoTotal } }: { readonly of: SeenOf }) {
  return (
    <section className="section" aria-labelledby="why-nothing">
      <h2 id="why-nothing">Why nothing is shown</h2>
      {rows.length === 0 && whyNoTotal !== null && <p>It is {whyNoTotal}.</p>}
      <dl className="facts">
        {rows.map(({ group: { key, title, why } }) => (
          <Fact key={key} name={title}>
            {why}
          </Fact>
        ))}
      </dl>
    </section>
  );
}
