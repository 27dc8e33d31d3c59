import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FigureSection } from './FigureSection.tsx';
import type { FosteringFunnel, FunnelPeriodStage } from './funnel-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText, groupNote, monthsInWords } from './funnel-words.ts';

type PeriodRow = FosteringFunnel['period']['rows'][number];

/** What happened in the months: each stage of different households, and so without any conversion. */
export function PeriodFunnel(props: {
  readonly funnel: FosteringFunnel;
  readonly shown: ShownPart<readonly FunnelPeriodStage[]>;
}) {
  const { funnel, shown } = props;
  const { months } = funnel;
  const { code } = useConsortium();
  const title = `Households that reached each stage, ${shown.title}`;
  return (
    <section className="section" aria-label="What happened in these months">
      <ChartFrame
        words={{
          title,
          subtitle: `Households in the months ${monthsInWords(months)}, each stage by itself`,
          source: 'Source: events of enquiries as they were recorded; members’ returns; releases.',
        }}
        summary="Each bar counts different households: those who were approved in these months mostly enquired before them, so no conversion may be worked out between the bars."
        notes={() => isSynthetic(shown.part) && <Tag tone="warn">synthetic</Tag>}
        fileName={`fostering-period-${code}-${months.at(-1)}`}
        table={
          <FigureTable
            label={title}
            head="Stage"
            columns={['Households']}
            rows={shown.part.map(({ stage, figure }) => ({
              ...{ id: stage.code, name: stage.title, cells: [figure.text] },
            }))}
          />
        }
      >
        {(width) => <BarPlot width={width} rows={shown.part.map(rowOf)} format={countText} />}
      </ChartFrame>
      <PeriodTable funnel={funnel} />
    </section>
  );
}

const isSynthetic = (stages: readonly FunnelPeriodStage[]) =>
  stages.some(({ figure }) => figure.synthetic);

const rowOf = ({ stage: { code, title }, figure: { value, text } }: FunnelPeriodStage) => ({
  id: code,
  name: title,
  bars: value === null ? [] : [{ value, kind: 'chosen' as const, title: `${title}: ${text}` }],
  mark: null,
  text,
});

const bases = { EVENTS: 'events', COUNTS: 'counts of returns or releases', NONE: 'nothing seen' };

/** What a row's months are made of, in words: `events`, or `9 months events, 3 months counts…`. */
function basisInWords({ basis }: PeriodRow): string {
  const by = Map.groupBy(basis, (one) => one.basis);
  if (by.size === 1) return bases[basis[0]?.basis ?? 'NONE'];
  return [...by]
    .map(([one, { length }]) => `${length} ${length === 1 ? 'month' : 'months'} ${bases[one]}`)
    .join(', ');
}

function PeriodTable({ funnel }: { readonly funnel: FosteringFunnel }) {
  const { stages, period } = funnel;
  return (
    <FigureSection
      title="Households that reached each stage, side by side"
      note={period.whyNoTotal !== null && `No total: ${period.whyNoTotal}.`}
      head="Of"
      columns={stages.map(({ title }) => title)}
      rows={period.rows.map((row) => ({
        id: row.group.key ?? 'none',
        name: row.group.title,
        note: [groupNote(row.group), `From ${basisInWords(row)}.`].filter(Boolean).join(' '),
        synthetic: isSynthetic(row.stages),
        cells: row.stages.some(({ figure }) => figure.symbol !== 'x') ? cellsOf(row.stages) : null,
      }))}
      total={period.total && { id: 'all', name: 'All together', cells: cellsOf(period.total) }}
      symbols={period.rows.flatMap((row) => row.stages.map(({ figure }) => figure.symbol))}
    />
  );
}

const cellsOf = (stages: readonly FunnelPeriodStage[]) =>
  stages.map(({ stage, figure }) => (
    <span key={stage.code} title={figure.why}>
      {figure.text}
    </span>
  ));
