import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';
import { PlotAxis } from './PlotAxis.tsx';
import { PlotName, PlotText, plotNames, roomForTexts } from './PlotName.tsx';

interface PlotRow {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly kind?: 'chosen' | 'other';
}

/** A row for each thing: its name to the left, what is said of it to the right, its marks on one scale between them. */
export function RowPlot<Row extends PlotRow>(props: {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly format: (value: number) => string;
  readonly domain: readonly [low: number, high: number];
  /** About how many ticks the scale is rounded to; as the domain is without it. */
  readonly nice?: number;
  /** Marks of a row; `y`: its middle. */
  readonly children: (row: Row, y: number, x: (value: number) => number) => ReactNode;
}) {
  const { rows, width, format, domain, nice = false, children } = props;
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
  const x = scaleLinear<number>({ domain: [...domain], range: [0, across], nice });
  const down = rows.length * rowHeight;

  return (
    <svg className="chart__picture" width={width} height={down + 44} aria-hidden="true">
      <Group left={left} top={8}>
        <PlotAxis scale={x} down={down} across={across} format={format} />
        {rows.map((row, index) => {
          const { id, name, text, kind = 'other' } = row;
          const y = (index + 0.5) * rowHeight;
          return (
            <g key={id}>
              <PlotName lines={names.lines[index] ?? [name]} kind={kind} x={-10} y={y} />
              {children(row, y, x)}
              {width >= 480 && <PlotText text={text} kind={kind} x={width - left - 4} y={y} />}
            </g>
          );
        })}
      </Group>
    </svg>
  );
}
