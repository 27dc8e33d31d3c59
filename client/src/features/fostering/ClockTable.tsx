import { curveText, limitText, timeText } from './clock-words.ts';
import type { ClockMeasure, FosteringClock } from './clocks-query.ts';
import { FigureSection } from './FigureSection.tsx';
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
export function ClockTable(props: {
  readonly title: string;
  readonly head: string;
  readonly note: string | false;
  readonly rows: readonly ClockRow[];
}) {
  return (
    <FigureSection
      {...props}
      columns={columns}
      rows={props.rows.map((row) => ({
        id: row.id,
        name: row.title,
        note: row.note,
        synthetic: row.measure?.synthetic,
        cells: cellsOf(row),
      }))}
    />
  );
}

function cellsOf({ clock, measure }: ClockRow): readonly string[] | null {
  if (!measure) return null;
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
