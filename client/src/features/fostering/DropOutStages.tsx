import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import type { DropOut } from './drop-out-query.ts';
import { daysText } from './drop-out-words.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText, monthsInWords, shareText } from './funnel-words.ts';

type LostStage = DropOut['stages'][number];

const titleOf = ({ stage }: LostStage) => stage?.title ?? 'Last stage not known';

/** After which stage households were lost: how many, which share, and after how long. */
export function DropOutStages(props: {
  readonly shown: ShownPart<DropOut>;
  readonly months: readonly string[];
}) {
  const { part, title } = props.shown;
  const { code } = useConsortium();
  return (
    <section className="section" aria-label="Where households are lost">
      <ChartFrame
        words={{
          title: `The last stage of those who were withdrawn, ${title}`,
          subtitle: `Enquiries of ${monthsInWords(props.months)} withdrawn so far, by the stage they had reached`,
          source: 'Source: events of enquiries as they were recorded.',
        }}
        summary={`Half of those who were lost were lost within ${daysText(part.medianDays)} of their enquiry.`}
        notes={() => part.synthetic && <Tag tone="warn">synthetic</Tag>}
        fileName={`fostering-lost-by-stage-${code}`}
        table={
          <FigureTable
            label="Withdrawn by last stage"
            head="Last stage"
            columns={['Reached it', 'Withdrawn there', 'Share', 'Half within']}
            rows={part.stages.map((stage) => ({
              id: stage.stage?.code ?? 'none',
              name: titleOf(stage),
              cells: [
                ...[countText(stage.reached), countText(stage.withdrawn)],
                ...[shareText(stage.share), daysText(stage.medianDays)],
              ],
            }))}
          />
        }
      >
        {(width) => (
          <BarPlot
            width={width}
            format={countText}
            rows={part.stages.map((stage) => ({
              id: stage.stage?.code ?? 'none',
              name: titleOf(stage),
              bars: [
                {
                  value: stage.withdrawn,
                  kind: 'chosen' as const,
                  title: `${titleOf(stage)}: ${countText(stage.withdrawn)} of ${countText(stage.reached)}`,
                },
              ],
              mark: null,
              text: `${countText(stage.withdrawn)} of ${countText(stage.reached)} (${shareText(stage.share)})`,
            }))}
          />
        )}
      </ChartFrame>
    </section>
  );
}
