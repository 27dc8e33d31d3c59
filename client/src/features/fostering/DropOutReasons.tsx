import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import type { DropOut } from './drop-out-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText, monthsInWords } from './funnel-words.ts';

/** Why households were lost, by Ofsted’s codes, and who withdrew. */
export function DropOutReasons(props: {
  readonly shown: ShownPart<DropOut>;
  readonly months: readonly string[];
}) {
  const { part, title } = props.shown;
  const { code } = useConsortium();
  const reasons = part.reasons.toSorted((one, other) => other.withdrawn - one.withdrawn);
  const [first] = reasons;
  return (
    <section className="section" aria-label="Why households are lost">
      <ChartFrame
        words={{
          title: `Why enquiries were withdrawn, ${title}`,
          subtitle: `Enquiries of ${monthsInWords(props.months)} withdrawn so far, by Ofsted’s codes`,
          source: 'Source: events of enquiries as they were recorded.',
        }}
        summary={
          first && first.withdrawn > 0
            ? `Most often: ${first.title.toLowerCase()} (${countText(first.withdrawn)} of ${countText(part.withdrawn)}).`
            : 'Nobody has withdrawn.'
        }
        notes={() => part.synthetic && <Tag tone="warn">synthetic</Tag>}
        fileName={`fostering-lost-by-reason-${code}`}
        table={
          <FigureTable
            label="Withdrawn by reason"
            head="Reason"
            columns={['Withdrawn', 'By the household', 'By the service']}
            rows={reasons.map(({ code: reason, title: name, ...one }) => ({
              id: reason ?? 'none',
              name: reason === null ? name : `${reason}: ${name}`,
              cells: [one.withdrawn, one.byHousehold, one.byService].map(countText),
            }))}
          />
        }
      >
        {(width) => (
          <BarPlot
            width={width}
            format={countText}
            rows={reasons.map((reason) => ({
              id: reason.code ?? 'none',
              name: reason.title,
              bars: [
                {
                  value: reason.withdrawn,
                  kind: 'chosen' as const,
                  title: `${reason.title}: ${reason.withdrawn}`,
                },
              ],
              mark: null,
              text: countText(reason.withdrawn),
            }))}
          />
        )}
      </ChartFrame>
    </section>
  );
}
