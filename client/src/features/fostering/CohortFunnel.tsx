import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { CohortConversions } from './CohortConversions.tsx';
import { FigureSection } from './FigureSection.tsx';
import type { FosteringFunnel, FunnelCohort } from './funnel-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText, groupNote, monthsInWords, shareText } from './funnel-words.ts';

/** What became so far of those who enquired in the months, and how many went on from each stage to each later one. */
export function CohortFunnel(props: {
  readonly funnel: FosteringFunnel;
  readonly shown: ShownPart<FunnelCohort>;
}) {
  const { funnel, shown } = props;
  const { code } = useConsortium();
  const { part } = shown;
  const title = `How far those who enquired have come, ${shown.title}`;
  const months = monthsInWords(funnel.months);
  return (
    <section className="section" aria-label="What became of those who enquired">
      <ChartFrame
        words={{
          title,
          subtitle: `Households that enquired in ${months}, by stages reached so far; share of all who enquired`,
          source: 'Source: events of enquiries as they were recorded.',
        }}
        summary={`${countText(part.households)} households from ${countText(part.enquiries)} enquiries. Those who are still on their way may go further: shares of recent months grow.`}
        notes={() => part.synthetic && <Tag tone="warn">synthetic</Tag>}
        fileName={`fostering-cohort-${code}-${funnel.months.at(-1)}`}
        table={
          <FigureTable
            label={title}
            head="Stage"
            columns={['Households', 'Of all who enquired']}
            rows={part.stages.map(({ stage, households, share }) => ({
              id: stage.code,
              name: stage.title,
              cells: [countText(households), shareText(share)],
            }))}
          />
        }
      >
        {(width) => <BarPlot width={width} rows={part.stages.map(rowOf)} format={countText} />}
      </ChartFrame>
      <CohortConversions shown={shown} fileName={`fostering-conversions-${code}`} />
      <CohortTable funnel={funnel} />
    </section>
  );
}

const rowOf = ({ stage, households, share }: FunnelCohort['stages'][number]) => ({
  id: stage.code,
  name: stage.title,
  bars: [
    {
      value: households,
      kind: 'chosen' as const,
      title: `${stage.title}: ${households}, ${shareText(share)}`,
    },
  ],
  mark: null,
  text: `${countText(households)} (${shareText(share)})`,
});

const standings = [
  { state: 'OPEN', title: 'On their way' },
  { state: 'ON_HOLD', title: 'On hold' },
  { state: 'APPROVED', title: 'Approved' },
  { state: 'WITHDRAWN', title: 'Withdrawn' },
  { state: 'NOT_APPROVED', title: 'Not approved' },
] as const;

function CohortTable({ funnel: { cohort } }: { readonly funnel: FosteringFunnel }) {
  return (
    <FigureSection
      title="How those who enquired in these months stand today"
      note={cohort.whyNoTotal !== null && `No total: ${cohort.whyNoTotal}.`}
      head="Of"
      columns={['Households', ...standings.map(({ title }) => title)]}
      rows={cohort.rows.map(({ group, cohort: part }) => ({
        id: group.key ?? 'none',
        name: group.title,
        note: groupNote(group),
        synthetic: part?.synthetic,
        cells: part && cellsOf(part),
      }))}
      total={cohort.total && { id: 'all', name: 'All together', cells: cellsOf(cohort.total) }}
    />
  );
}

function cellsOf({ households, states }: FunnelCohort) {
  const count = new Map(states.map((one) => [one.state, one.households]));
  return [households, ...standings.map(({ state }) => count.get(state) ?? 0)].map(countText);
}
