import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear, scalePoint } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import { AxisText } from './AxisText.tsx';
import type { MarkShape } from './ChartMark.tsx';
import { ChartMark } from './ChartMark.tsx';
import type { MarkKind } from './chart-palette.ts';
import { colourOf, paper } from './chart-palette.ts';
import { axisRange } from './chart-scale.ts';
import { spreadLabels, textWidth, wrapped } from './chart-text.ts';

/** One line: a value for each period, null where there is none. */
export interface TrendLine {
  readonly id: string;
  readonly name: string;
  readonly kind: MarkKind;
  readonly shape: MarkShape;
  /** Dash pattern of the stroke; solid if empty, so that lines differ on paper too. */
  readonly dash: string;
  /** Whether the line carries its name and last value; unnamed ones are there for context. */
  readonly isNamed: boolean;
  readonly values: readonly (number | null)[];
}

const fontSize = 14;
const lineHeight = 16;

/** Lines over periods: named at their ends, with gaps where nothing is known. */
export function TrendChart(props: {
  readonly lines: readonly TrendLine[];
  readonly periods: readonly string[];
  readonly width: number;
  readonly format: (value: number) => string;
  /** Whether each point of a named line has its mark; without, only points beside gaps have. */
  readonly hasMarks?: boolean;
}) {
  const { periods, width, format, hasMarks = true } = props;
  const isNarrow = isNarrowTrend(width);
  const lines = isNarrow ? props.lines.map(withoutName) : props.lines;
  const height = isNarrow ? 300 : 400;
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const range = axisRange(known);
  // On a phone a name beside the line would take the room of the line.
  const isAbove = isNarrow && lines.filter(({ isNamed }) => isNamed).length === 1;
  const room = isAbove ? width - 60 : Math.max(90, width * 0.28);
  const labels = endLabels(lines, periods, format, room);
  const rows = isAbove ? (labels[0]?.text.length ?? 0) : 0;
  const margin = {
    top: 12 + rows * lineHeight,
    bottom: 36,
    left: 14 + textWidth(format(range.high), fontSize),
    right: isAbove ? 16 : 30 + Math.max(0, ...labels.map((label) => label.width)),
  };
  const [across, down] = [width - margin.left - margin.right, height - margin.top - margin.bottom];
  const x = scalePoint<string>({ domain: [...periods], range: [0, across], padding: 0.15 });
  const y = scaleLinear<number>({ domain: [range.low, range.high], range: [down, 0] });
  const xAt = (index: number) => x(periods[index] ?? '') ?? 0;

  return (
    <svg className="chart__picture" width={width} height={height} aria-hidden="true">
      <Group left={margin.left} top={margin.top}>
        <AxisLeft
          scale={y}
          numTicks={5}
          tickFormat={(value) => format(Number(value))}
          hideAxisLine
          tickLineProps={{ x2: across, stroke: paper.grid, className: 'chart-grid' }}
          tickComponent={({ x: left, y: top, formattedValue }) => (
            <AxisText x={left} y={top} anchor="end" text={formattedValue ?? ''} />
          )}
        />
        <AxisBottom
          scale={x}
          top={down}
          tickValues={everyNth(periods, across)}
          stroke={paper.muted}
          axisLineClassName="chart-axis"
          tickStroke={paper.muted}
          tickLength={5}
          tickComponent={({ x: left, y: top, formattedValue }) => (
            <AxisText x={left} y={top + 10} anchor="middle" text={formattedValue ?? ''} />
          )}
        />
        {lines.map((line) => (
          <LinePath
            key={line.id}
            className={`chart-line chart-line--${line.kind}`}
            data={[...line.values]}
            defined={(value) => value !== null}
            x={(_value, index) => xAt(index)}
            y={(value) => y(value ?? 0)}
            stroke={colourOf[line.kind]}
            strokeWidth={strokeOf(line)}
            strokeOpacity={line.isNamed ? 1 : 0.6}
            strokeDasharray={line.dash}
            strokeLinejoin="round"
            fill="none"
          />
        ))}
        {lines.map((line) =>
          line.values.map((value, index) =>
            value === null ||
            !((hasMarks && line.isNamed) || isAlone(line.values, index)) ? null : (
              <ChartMark
                key={`${line.id} ${periods[index]}`}
                x={xAt(index)}
                y={y(value)}
                kind={line.kind}
                shape={line.shape}
                title={`${line.name}, ${periods[index]}: ${format(value)}`}
              />
            ),
          ),
        )}
        {isAbove ? (
          labels.map((label) => (
            <LabelText
              key={label.line.id}
              label={label}
              x={across}
              y={-4 - (rows * lineHeight) / 2}
              anchor="end"
            />
          ))
        ) : (
          <EndLabels
            labels={labels}
            y={(value) => y(value)}
            down={down}
            from={xAt}
            across={across}
          />
        )}
      </Group>
    </svg>
  );
}

/** Whether a trend is too narrow for names of all lines; then only the emphasised ones have theirs. */
export const isNarrowTrend = (width: number): boolean => width < 480;

/** Unit: pixels. */
function strokeOf({ kind, isNamed }: TrendLine): number {
  if (kind === 'chosen') return 3;
  return isNamed ? 1.75 : 1;
}

const withoutName = (line: TrendLine): TrendLine =>
  line.kind === 'other' ? { ...line, isNamed: false } : line;

interface EndLabel {
  readonly line: TrendLine;
  readonly index: number;
  readonly value: number;
  readonly text: readonly string[];
  readonly width: number;
}

/**
 * Names and last known values of the named lines, broken to the room there is. A value that is not
 * of the last period says of which. The line drawn last, the chosen one, has the first place.
 */
function endLabels(
  lines: readonly TrendLine[],
  periods: readonly string[],
  format: (value: number) => string,
  room: number,
): readonly EndLabel[] {
  return lines.toReversed().flatMap((line) => {
    const index = line.values.findLastIndex((value) => value !== null);
    const value = line.values[index] ?? null;
    if (!line.isNamed || value === null) return [];
    const when = index === periods.length - 1 ? '' : ` (${periods[index]})`;
    const text = wrapped(`${line.name} ${format(value)}${when}`, room, fontSize);
    const width = Math.max(...text.map((part) => textWidth(part, fontSize)));
    return [{ line, index, value, text, width }];
  });
}

function EndLabels(props: {
  readonly labels: readonly EndLabel[];
  readonly y: (value: number) => number;
  readonly down: number;
  readonly across: number;
  readonly from: (index: number) => number;
}): ReactNode {
  const { labels, y, down, across, from } = props;
  const places = spreadLabels(
    labels.map(({ line, value, text }) => ({
      id: line.id,
      at: y(value),
      height: text.length * lineHeight + 2,
    })),
    { top: -10, bottom: down + 24 },
  );

  return labels.map((label) => {
    const { line, index, value } = label;
    const place = places.get(line.id) ?? 0;
    return (
      <g key={line.id}>
        <polyline
          className="chart-leader"
          points={`${from(index) + 8},${y(value)} ${across + 4},${y(value)} ${across + 16},${place}`}
          stroke={paper.grid}
          fill="none"
        />
        <LabelText label={label} x={across + 20} y={place} anchor="start" />
      </g>
    );
  });
}

function LabelText(props: {
  readonly label: EndLabel;
  readonly x: number;
  /** The middle of its rows. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}) {
  const { label, x, y, anchor } = props;
  const { line, text } = label;
  return text.map((part, row) => (
    <text
      key={part}
      className={`chart-text chart-text--${line.kind}`}
      x={x}
      y={y + (row - (text.length - 1) / 2) * lineHeight}
      dy="0.33em"
      textAnchor={anchor}
      fontSize={fontSize}
      fontWeight={line.kind === 'chosen' ? 700 : 400}
      fill={line.kind === 'chosen' ? paper.accent : paper.text}
    >
      {part}
    </text>
  ));
}

/** As many period labels as there is room for, the last one always among them. */
function everyNth(periods: readonly string[], across: number): string[] {
  const widest = Math.max(...periods.map((period) => textWidth(period, fontSize) + 12));
  const apart = across / periods.length;
  const step = Math.max(1, Math.ceil(widest / apart));
  return periods.filter((_period, index) => (periods.length - 1 - index) % step === 0);
}

/** Whether a known value has no known neighbour, so that no line would show it. */
const isAlone = (values: readonly (number | null)[], index: number) =>
  (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
