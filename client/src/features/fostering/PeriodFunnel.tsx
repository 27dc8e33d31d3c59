import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { SymbolNotes } from '../providers/SymbolNotes.tsx';
import type { FosteringFunnel, FunnelPeriodStage } from './funnel-query.ts';
import { countText, groupNote, monthsInWords, shownPeriod } from './funnel-words.ts';

type PeriodRow = FosteringFunnel['period']['rows'][number];

/** What happened in the months: each stage of different households, and so without any conversion. */
export function PeriodFunnel({ funnel }: { readonly funnel: FosteringFunnel }) {
  const { code } = useConsortium();
  const { period, months } = funnel;
  const shown = shownPeriod(funnel);
  const figures = period.rows.flatMap(({ stages }) => stages.map(({ figure }) => figure));
  const table = <PeriodTable funnel={funnel} />;
  return (
    <section className="section" aria-label="What happened in these months">
      {shown && (
        <ChartFrame
          words={{
            title: `Households that reached each stage, ${shown.title}`,
            subtitle: `Households in the months ${monthsInWords(months)}, each stage by itself`,
            source:
              'Source: events of enquiries as they were recorded; members’ returns; releases.',
          }}
          summary="Each bar counts different households: those who were approved in these months mostly enquired before them, so no conversion may be worked out between the bars."
          notes={() =>
            figures.some(({ synthetic }) => synthetic) && <Tag tone="warn">synthetic</Tag>
          }
          fileName={`fostering-period-${code}-${months.at(-1)}`}
          table={<StageTable stages={shown.part} title={shown.title} />}
        >
          {(width) => <BarPlot width={width} rows={shown.part.map(rowOf)} format={countText} />}
        </ChartFrame>
      )}
      {period.whyNoTotal !== null && (
        <p className="section__note">No total: {period.whyNoTotal}.</p>
      )}
      {table}
      <SymbolNotes
        symbols={figures.map(({ symbol }) => symbol)}
        synthetic={figures.some(({ synthetic }) => synthetic)}
      />
    </section>
  );
}

const rowOf = ({ stage, figure }: FunnelPeriodStage) => ({
  id: stage.code,
  name: stage.title,
  bars:
    figure.value === null
      ? []
      : [
          {
            value: figure.value,
            kind: 'chosen' as const,
            title: `${stage.title}: ${figure.text}`,
          },
        ],
  mark: null,
  text: figure.text,
});

function StageTable(props: {
  readonly stages: readonly FunnelPeriodStage[];
  readonly title: string;
}) {
  return (
    <table className="table">
      <caption className="govuk-visually-hidden">{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col" className="table__number">
            Households
          </th>
        </tr>
      </thead>
      <tbody>
        {props.stages.map(({ stage, figure }) => (
          <tr key={stage.code}>
            <th scope="row">{stage.title}</th>
            <td className="table__number">{figure.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

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
  const label = 'Households that reached each stage in these months';
  return (
    <TableRegion label={label}>
      <table className="table">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col">From</th>
            {funnel.stages.map(({ code, title, definition }) => (
              <th key={code} scope="col" className="table__number" title={definition}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {funnel.period.rows.map((row) => (
            <tr key={row.group.key ?? 'none'}>
              <th scope="row">
                {row.group.title}
                {groupNote(row.group) !== null && (
                  <span className="table__note">{groupNote(row.group)}</span>
                )}
              </th>
              <td>{basisInWords(row)}</td>
              <StageCells stages={row.stages} />
            </tr>
          ))}
        </tbody>
        {funnel.period.total && (
          <tfoot>
            <tr>
              <th scope="row">All together</th>
              <td />
              <StageCells stages={funnel.period.total} />
            </tr>
          </tfoot>
        )}
      </table>
    </TableRegion>
  );
}

function StageCells({ stages }: { readonly stages: readonly FunnelPeriodStage[] }) {
  return stages.map(({ stage, figure }) => (
    <td key={stage.code} className="table__number" title={figure.why}>
      {figure.text}
    </td>
  ));
}
