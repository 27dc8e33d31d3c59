import { AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { AxisText } from './AxisText.tsx';
import { colourOf, paper } from './chart-palette.ts';
import { textWidth } from './chart-text.ts';
import { PlotAxis } from './PlotAxis.tsx';

/** A share that only falls, from 1 at 0: what it is from each point of the axis on. */
export interface StepLine {
  readonly steps: readonly { readonly at: number; readonly share: number }[];
  /** How far it is known: the line ends there. */
  readonly end: number;
}

const height = 320;

/** A falling share as steps, with an upright at a limit; what is not known any more is not drawn. */
export function StepPlot(props: {
  readonly line: StepLine;
  readonly width: number;
  readonly limit: { readonly at: number; readonly title: string } | null;
  readonly format: (value: number) => string;
}) {
  const { line, width, limit, format } = props;
  const margin = { top: 12, right: 20, bottom: 36, left: 14 + textWidth('100 %', 14) };
  const [across, down] = [width - margin.left - margin.right, height - margin.top - margin.bottom];
  const x = scaleLinear<number>({
    domain: [0, Math.max(1, line.end, limit?.at ?? 0)],
    range: [0, across],
    nice: 8,
  });
  const y = scaleLinear<number>({ domain: [0, 1], range: [down, 0] });
  const steps = line.steps.map(({ at, share }) => `H${x(at)}V${y(share)}`).join('');

  return (
    <svg className="chart__picture" width={width} height={height} aria-hidden="true">
      <Group left={margin.left} top={margin.top}>
        <AxisLeft
          scale={y}
          numTicks={5}
          tickFormat={(value) => `${Math.round(Number(value) * 100)} %`}
          hideAxisLine
          tickLineProps={{ x2: across, stroke: paper.grid, className: 'chart-grid' }}
          tickComponent={({ x: left, y: top, formattedValue }) => (
            <AxisText x={left} y={top} anchor="end" text={formattedValue ?? ''} />
          )}
        />
        <PlotAxis scale={x} down={down} across={across} format={format} />
        {limit && (
          <path
            className="chart-reference"
            d={`M${x(limit.at)} 0V${down}`}
            stroke={paper.reference}
            strokeWidth={2}
            strokeDasharray="5 4"
          >
            <title>{limit.title}</title>
          </path>
        )}
        <path
          className="chart-line chart-line--chosen"
          d={`M0 ${y(1)}${steps}H${x(line.end)}`}
          stroke={colourOf.chosen}
          strokeWidth={3}
          fill="none"
        />
      </Group>
    </svg>
  );
}
