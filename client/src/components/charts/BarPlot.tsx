import type { BarRow } from './bar-plot-types.ts';
import { ChartMark } from './ChartMark.tsx';
import { colourOf, paper } from './chart-palette.ts';
import { RowPlot } from './RowPlot.tsx';

const thickness = 14;

/** Bars from zero, a row for each; those of numbers below zero go to the left. */
export function BarPlot(props: {
  readonly rows: readonly BarRow[];
  readonly width: number;
  readonly format: (value: number) => string;
}) {
  const { rows } = props;
  const values = rows.flatMap(({ bars, mark }) => [...bars, ...(mark ? [mark] : [])]);
  const tips = rows.flatMap(({ interval }) => (interval ? [interval.low, interval.high] : []));
  const ends = [0, ...values.map(({ value }) => value), ...tips];
  return (
    <RowPlot {...props} domain={[Math.min(...ends), Math.max(...ends) || 1]} nice={10}>
      {(row, y, x) => <BarMarks row={row} y={y} x={x} />}
    </RowPlot>
  );
}

function BarMarks(props: {
  readonly row: BarRow;
  readonly y: number;
  readonly x: (value: number) => number;
}) {
  const { x, y } = props;
  const { bars, interval, mark } = props.row;
  return (
    <>
      {bars.map(({ value, kind, title }) => (
        <rect
          key={title}
          className={`chart-bar chart-bar--${kind}`}
          x={x(Math.min(0, value))}
          y={y - thickness / 2}
          width={Math.abs(x(value) - x(0))}
          height={thickness}
          fill={colourOf[kind]}
        >
          <title>{title}</title>
        </rect>
      ))}
      {interval && (
        <path
          className="chart-reference"
          d={`M${x(interval.low)} ${y}H${x(interval.high)}M${x(interval.low)} ${y - 6}v12M${x(interval.high)} ${y - 6}v12`}
          stroke={paper.reference}
          strokeWidth={2}
          fill="none"
        >
          <title>{interval.title}</title>
        </path>
      )}
      {mark && (
        <ChartMark x={x(mark.value)} y={y} kind="reference" shape="diamond" title={mark.title} />
      )}
    </>
  );
}
