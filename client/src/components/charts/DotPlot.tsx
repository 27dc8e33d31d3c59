import { AxisBottom } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { AxisText } from './AxisText.tsx';
import { ChartMark } from './ChartMark.tsx';
import { paper } from './chart-palette.ts';
import { textWidth, wrapped } from './chart-text.ts';
import { DotPlotReferences, placedReferences } from './DotPlotReferences.tsx';
import { dotPlotRange } from './dot-plot-range.ts';
import type { DotReference, DotRow } from './dot-plot-types.ts';

const fontSize = 14;
const lineHeight = 16;

/** One dot for each row on a common scale, with lines across for what they are held against. */
export function DotPlot(props: {
  readonly rows: readonly DotRow[];
  readonly references: readonly DotReference[];
  readonly width: number;
  readonly format: (value: number) => string;
}) {
  const { rows, width, format } = props;
  const room = Math.min(width * 0.38, 230);
  const names = rows.map(({ name }) => wrapped(name, room, fontSize));
  const rowHeight = Math.max(30, ...names.map((lines) => lines.length * lineHeight + 8));
  const range = dotPlotRange(rows, props.references);

  const left = 12 + Math.max(...names.flat().map((line) => textWidth(line, fontSize)));
  const texts = rows.filter(({ value }) => value !== null).map(({ text }) => text);
  const right = 24 + Math.max(0, ...texts.map((text) => textWidth(text, fontSize)));
  const across = Math.max(80, width - left - right);
  const x = scaleLinear<number>({ domain: [range.low, range.high], range: [0, across] });
  const references = placedReferences(
    props.references,
    (value) => x(value),
    format,
    width - left - 2,
  );
  const top = 14 + lineHeight * Math.max(0, ...references.map(({ level }) => level + 1));
  const down = rows.length * rowHeight;

  return (
    <svg className="chart__picture" width={width} height={top + down + 36} aria-hidden="true">
      <Group left={left} top={top}>
        <AxisBottom
          scale={x}
          top={down}
          numTicks={Math.max(2, Math.min(6, Math.floor(across / 70)))}
          tickFormat={(value) => format(Number(value))}
          hideAxisLine
          tickLineProps={{ y1: -down, y2: 0, stroke: paper.grid, className: 'chart-grid' }}
          tickComponent={({ x: tick, y, formattedValue }) => (
            <AxisText x={tick} y={y + 8} anchor="middle" text={formattedValue ?? ''} />
          )}
        />
        <DotPlotReferences references={references} down={down} />
        {rows.map((row, index) => (
          <DotPlotRow
            key={row.id}
            row={row}
            name={names[index] ?? [row.name]}
            y={(index + 0.5) * rowHeight}
            x={(value) => x(value)}
            across={across}
            end={width - left - 4}
          />
        ))}
      </Group>
    </svg>
  );
}

function DotPlotRow(props: {
  readonly row: DotRow;
  readonly name: readonly string[];
  readonly y: number;
  readonly x: (value: number) => number;
  readonly across: number;
  /** Where the figures end that stand in a column on the right. */
  readonly end: number;
}) {
  const { row, name, y, x, across, end } = props;
  const weight = row.kind === 'chosen' ? 700 : 400;
  const colour = row.kind === 'chosen' ? paper.accent : paper.text;

  return (
    <g>
      <line className="chart-grid" x1={0} x2={across} y1={y} y2={y} stroke={paper.grid} />
      {name.map((line, index) => (
        <text
          key={line}
          className={`chart-text chart-text--${row.kind}`}
          x={-10}
          y={y + (index - (name.length - 1) / 2) * lineHeight}
          dy="0.33em"
          textAnchor="end"
          fontSize={fontSize}
          fontWeight={weight}
          fill={colour}
        >
          {line}
        </text>
      ))}
      {row.extras.map((extra) => (
        <ChartMark
          key={extra.name}
          x={x(extra.value)}
          y={y}
          kind="reference"
          shape={extra.shape}
          title={`${extra.name}: ${extra.text}`}
        />
      ))}
      {row.value !== null && (
        <ChartMark
          x={x(row.value)}
          y={y}
          kind={row.kind}
          shape="dot"
          title={`${row.name}: ${row.text}`}
        />
      )}
      <text
        className={`chart-text chart-text--${row.kind} chart-text--haloed`}
        x={row.value === null ? 6 : end}
        textAnchor={row.value === null ? 'start' : 'end'}
        y={y}
        dy="0.33em"
        fontSize={fontSize}
        fontWeight={weight}
        fontStyle={row.value === null ? 'italic' : 'normal'}
        fill={row.value === null ? paper.muted : colour}
        stroke={paper.ground}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {row.text}
      </text>
    </g>
  );
}
