import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { BarRow } from './bar-plot-types.ts';
import { ChartMark } from './ChartMark.tsx';
import { colourOf, paper } from './chart-palette.ts';
import { PlotAxis } from './PlotAxis.tsx';
import { PlotName, PlotText, plotNames, roomForTexts } from './PlotName.tsx';

const thickness = 14;

/** Bars from zero, a row for each; those of numbers below zero go to the left. */
export function BarPlot(props: {
  readonly rows: readonly BarRow[];
  readonly width: number;
  readonly format: (value: number) => string;
}) {
  const { rows, width, format } = props;
  const names = plotNames(
    rows.map(({ name }) => name),
    width,
  );
  const { left, rowHeight } = names;
  const right = roomForTexts(
    rows.map(({ text }) => text),
    width,
  );
  const across = Math.max(80, width - left - right);
  const values = rows.flatMap(({ bars, mark }) => [...bars, ...(mark ? [mark] : [])]);
  const tips = rows.flatMap(({ interval }) => (interval ? [interval.low, interval.high] : []));
  const ends = [0, ...values.map(({ value }) => value), ...tips];
  const x = scaleLinear<number>({
    domain: [Math.min(...ends), Math.max(...ends) || 1],
    range: [0, across],
    nice: 10,
  });
  const down = rows.length * rowHeight;

  return (
    <svg className="chart__picture" width={width} height={down + 44} aria-hidden="true">
      <Group left={left} top={8}>
        <PlotAxis scale={x} down={down} across={across} format={format} />
        {rows.map((row, index) => {
          const y = (index + 0.5) * rowHeight;
          return (
            <g key={row.id}>
              <PlotName lines={names.lines[index] ?? [row.name]} kind="other" x={-10} y={y} />
              {row.bars.map(({ value, kind, title }) => (
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
              {row.interval && (
                <path
                  className="chart-reference"
                  d={`M${x(row.interval.low)} ${y}H${x(row.interval.high)}M${x(row.interval.low)} ${y - 6}v12M${x(row.interval.high)} ${y - 6}v12`}
                  stroke={paper.reference}
                  strokeWidth={2}
                  fill="none"
                >
                  <title>{row.interval.title}</title>
                </path>
              )}
              {row.mark && (
                <ChartMark
                  x={x(row.mark.value)}
                  y={y}
                  kind="reference"
                  shape="diamond"
                  title={row.mark.title}
                />
              )}
              {width >= 480 && <PlotText text={row.text} kind="other" x={width - left - 4} y={y} />}
            </g>
          );
        })}
      </Group>
    </svg>
  );
}
