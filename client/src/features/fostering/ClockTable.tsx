import { useId } from 'react';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { curveText, limitText, timeText } from './clock-words.ts';
import type { ClockMeasure, FosteringClock } from './clocks-query.ts';
import { countText, shareText } from './funnel-words.ts';

interface ClockRow {
  readonly id: string;
  readonly title: string;
  readonly clock: FosteringClock;
  /** Null where its households are not seen. */
  readonly measure: ClockMeasure | null;
  readonly note: string | null;
}

const columns = [
  'Limit',
  'Started',
  'Got there',
  'Still on their way',
  'Of these, past the limit',
  'Half of those who got there',
  'Nine in ten of them',
  'Half, open cases included',
  'Within the limit',
] as const;

/** Times side by side: of those who got there, and of all with the open cases in it. */
export function ClockTable(props: { readonly label: string; readonly rows: readonly ClockRow[] }) {
  const { label, rows } = props;
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <TableRegion label={`Table: ${label}`}>
        <table className="table">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Of</th>
              {columns.map((title) => (
                <th key={title} scope="col" className="table__number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.title} {row.measure?.synthetic && <Tag tone="warn">synthetic</Tag>}
                  {row.note !== null && <span className="table__note">{row.note}</span>}
                </th>
                {cellsOf(row).map((text, index) => (
                  <td key={columns[index]} className="table__number">
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function cellsOf({ clock, measure }: ClockRow): readonly string[] {
  if (!measure) return columns.map(() => 'x');
  return [
    limitText(clock) ?? 'none',
    countText(measure.started),
    countText(measure.finished),
    countText(measure.open),
    clock.limit === null ? '–' : countText(measure.openLate),
    timeText(measure.median, clock),
    timeText(measure.percentile90, clock),
    measure.started === 0 ? '–' : curveText(measure.curveMedian, clock),
    shareText(measure.onTimeShare),
  ];
}
