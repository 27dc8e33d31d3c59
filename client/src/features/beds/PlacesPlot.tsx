import { AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { AxisText } from '../../components/charts/AxisText.tsx';
import { colourOf, paper } from '../../components/charts/chart-palette.ts';
import { textWidth } from '../../components/charts/chart-text.ts';
import { writtenDay } from '../indicators/london-day.ts';
import type { PlacesStep } from './plan-words.ts';
import { signed } from './plan-words.ts';

const height = 260;
const margin = { top: 24, right: 20, bottom: 36, left: 44 };

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** How many places more or fewer than today there are planned to be, from today on, as steps. */
export function PlacesPlot(props: {
  readonly steps: readonly PlacesStep[];
  readonly today: string;
  readonly width: number;
}) {
  const { steps, today, width } = props;
  const [across, down] = [width - margin.left - margin.right, height - margin.top - margin.bottom];
  const last = steps.at(-1)?.on ?? today;
  const nets = [0, ...steps.map(({ net }) => net)];
  // A tenth beyond the last day, so that what is there from it on can be seen.
  const end = at(last) + (at(last) - at(today)) / 10 + 86_400_000;
  const x = scaleLinear<number>({ domain: [at(today), end], range: [0, across] });
  const y = scaleLinear<number>({
    domain: [Math.min(...nets), Math.max(1, ...nets)],
    range: [down, 0],
    nice: 4,
  });
  const line = steps.map(({ on, net }) => `H${x(at(on))}V${y(net)}`).join('');
  const lowest = y.domain()[0] ?? 0;

  return (
    <svg className="chart__picture" width={width} height={height} aria-hidden="true">
      <Group left={margin.left} top={margin.top}>
        <AxisLeft
          scale={y}
          tickValues={y.ticks(5).filter((value) => Number.isInteger(value))}
          tickFormat={(value) => signed(Number(value))}
          hideAxisLine
          tickLineProps={{ x2: across, stroke: paper.grid, className: 'chart-grid' }}
          tickComponent={({ x: left, y: top, formattedValue }) => (
            <AxisText x={left} y={top} anchor="end" text={formattedValue ?? ''} />
          )}
        />
        <line className="chart-axis" x2={across} y1={y(0)} y2={y(0)} stroke={paper.muted} />
        <path
          className="chart-line chart-line--chosen"
          d={`M0 ${y(0)}${line}H${across}`}
          stroke={colourOf.chosen}
          strokeWidth={3}
          fill="none"
        />
        <AxisText x={0} y={y(lowest) + 18} anchor="start" text={writtenDay(today)} />
        {daysShown({ steps, first: today, across, x }).map((day) => (
          <AxisText
            key={day}
            x={x(at(day))}
            y={y(lowest) + 18}
            anchor="middle"
            text={writtenDay(day)}
          />
        ))}
      </Group>
    </svg>
  );
}

/** Days on which places come or go that are named below, beside the first: those that there is room for. */
function daysShown(chart: {
  readonly steps: readonly PlacesStep[];
  readonly first: string;
  readonly across: number;
  readonly x: (moment: number) => number;
}): readonly string[] {
  const { steps, first, across, x } = chart;
  let free = textWidth(writtenDay(first), 14) + 16;
  return steps
    .map(({ on }) => on)
    .filter((day) => {
      const half = textWidth(writtenDay(day), 14) / 2;
      const hasRoom = x(at(day)) - half >= free && x(at(day)) + half <= across + margin.right;
      if (hasRoom) free = x(at(day)) + half + 16;
      return hasRoom;
    });
}
