import { paper } from '../../components/charts/chart-palette.ts';
import { wrapped } from '../../components/charts/chart-text.ts';

/** A bar with its label above it and its number beside it. */
export interface BarRow {
  readonly id: string;
  readonly title: string;
  /** Null: nothing to draw. */
  readonly value: number | null;
  readonly text: string;
}

const fontSize = 15;
const line = 19;
const bar = 18;
const gap = 14;
/** Room for the number behind the longest bar. Unit: pixels. */
const room = 72;

/** Horizontal bars from zero, one below the other, each with its words above it: it fits a phone. */
export function BarRows(props: { readonly rows: readonly BarRow[]; readonly width: number }) {
  const { rows, width } = props;
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  const long = Math.min(width, 760) - room;
  let y = 0;
  const placed = rows.map((row) => {
    const lines = wrapped(row.title, width - 8, fontSize);
    const top = y;
    y += lines.length * line + bar + gap;
    return { ...row, lines, top };
  });
  return (
    <svg
      className="chart__picture"
      width={width}
      height={y}
      viewBox={`0 0 ${width} ${y}`}
      aria-hidden="true"
      focusable="false"
    >
      {placed.map(({ id, lines, top, value, text }) => {
        const below = top + lines.length * line;
        const size = Math.max(value === null ? 0 : 1, (long * (value ?? 0)) / most);
        return (
          <g key={id}>
            {lines.map((words, index) => (
              <text
                key={words}
                className="chart-text"
                x={0}
                y={top + index * line + fontSize}
                fontSize={fontSize}
                fill={paper.text}
              >
                {words}
              </text>
            ))}
            <rect
              className="market-bar"
              x={0}
              y={below + 3}
              width={size}
              height={bar - 3}
              fill={paper.accent}
            />
            <text
              className="chart-text"
              x={size + 8}
              y={below + bar - 3}
              fontSize={fontSize}
              fontWeight={600}
              fill={paper.text}
            >
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
