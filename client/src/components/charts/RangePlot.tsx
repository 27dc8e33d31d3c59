import { ChartMark } from './ChartMark.tsx';
import { colourOf, paper } from './chart-palette.ts';
import { axisRange } from './chart-scale.ts';
import { RowPlot } from './RowPlot.tsx';
import type { RangeRow } from './range-plot-types.ts';

/** The ends of all rows and their limits: what the axis of a range plot must hold. */
export const rangeEnds = (rows: readonly RangeRow[]): readonly number[] =>
  rows.flatMap(({ lowest, highest, limit }) => [lowest, highest, limit ?? highest]);

/** From the lowest to the highest, a row for each: a dot for the median, a diamond for the mean, an upright for the limit. */
export function RangePlot(props: {
  readonly rows: readonly RangeRow[];
  readonly width: number;
  readonly format: (value: number) => string;
}) {
  const { rows, format } = props;
  const { low, high } = axisRange(rangeEnds(rows));
  return (
    <RowPlot {...props} domain={[low, high]}>
      {(row, y, x) => <RangeMarks row={row} y={y} x={x} format={format} />}
    </RowPlot>
  );
}

function RangeMarks(props: {
  readonly row: RangeRow;
  readonly y: number;
  readonly x: (value: number) => number;
  readonly format: (value: number) => string;
}) {
  const { row, x, y, format } = props;
  const { kind, lowest, highest, median, mean, limit } = row;
  const stroke = colourOf[kind];
  return (
    <>
      <path
        className={`chart-range chart-range--${kind}`}
        d={`M${x(lowest)} ${y}H${x(highest)}M${x(lowest)} ${y - 5}v10M${x(highest)} ${y - 5}v10`}
        stroke={stroke}
        strokeWidth={2}
        fill="none"
      >
        <title>{`${row.name}: ${row.text}`}</title>
      </path>
      {limit !== null && (
        <path
          className="chart-reference"
          d={`M${x(limit)} ${y - 11}v22`}
          stroke={paper.reference}
          strokeWidth={3}
        >
          <title>{`Published maximum: ${format(limit)}`}</title>
        </path>
      )}
      <ChartMark x={x(median)} y={y} kind={kind} shape="dot" title={`Median: ${format(median)}`} />
      <ChartMark
        x={x(mean)}
        y={y}
        kind="reference"
        shape="diamond"
        title={`Mean: ${format(mean)}`}
      />
    </>
  );
}
