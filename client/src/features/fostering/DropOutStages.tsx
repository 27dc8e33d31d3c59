import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import type { DropOut } from './drop-out-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { monthsInWords, shareText } from './funnel-words.ts';

type LostStage = DropOut['stages'][number];

const titleOf = ({ stage }: LostStage) => stage?.title ?? 'Last stage not known';

const daysText = (days: number | null) => (days === null ? '–' : `${Math.round(days)} days`);

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
        table={<StageTable stages={part.stages} />}
      >
        {(width) => (
          <BarPlot
            width={width}
            format={String}
            rows={part.stages.map((stage) => ({
              id: stage.stage?.code ?? 'none',
              name: titleOf(stage),
              bars: [
                {
                  value: stage.withdrawn,
                  kind: 'chosen' as const,
                  title: `${titleOf(stage)}: ${stage.withdrawn} of ${stage.reached}`,
                },
              ],
              mark: null,
              text: `${stage.withdrawn} of ${stage.reached} (${shareText(stage.share)})`,
            }))}
          />
        )}
      </ChartFrame>
    </section>
  );
}

function StageTable({ stages }: { readonly stages: readonly LostStage[] }) {
  return (
    <table className="table">
      <caption className="govuk-visually-hidden">Withdrawn by last stage</caption>
      <thead>
        <tr>
          <th scope="col">Last stage</th>
          <th scope="col" className="table__number">
            Reached it
          </th>
          <th scope="col" className="table__number">
            Withdrawn there
          </th>
          <th scope="col" className="table__number">
            Share
          </th>
          <th scope="col" className="table__number">
            Half within
          </th>
        </tr>
      </thead>
      <tbody>
        {stages.map((stage) => (
          <tr key={stage.stage?.code ?? 'none'}>
            <th scope="row">{titleOf(stage)}</th>
            <td className="table__number">{stage.reached}</td>
            <td className="table__number">{stage.withdrawn}</td>
            <td className="table__number">{shareText(stage.share)}</td>
            <td className="table__number">{daysText(stage.medianDays)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
