import { paper } from './chart-palette.ts';
import { textWidth } from './chart-text.ts';
import type { DotReference } from './dot-plot-types.ts';

const fontSize = 14;
const lineHeight = 16;

/** A line across the rows, with its words at a level above them where they cover no others. */
interface PlacedReference extends DotReference {
  readonly x: number;
  readonly textX: number;
  readonly words: string;
  readonly level: number;
}

/**
 * Finds for the words of each line a level above the rows where they cover no other words and no
 * other line crosses them. Words stand to the right of their line; so, from the right, each line
 * that would run into words goes above them.
 */
export function placedReferences(
  references: readonly DotReference[],
  x: (value: number) => number,
  format: (value: number) => string,
  right: number,
): readonly PlacedReference[] {
  const placed: PlacedReference[] = [];
  const fromTheRight = references.toSorted((one, other) => other.value - one.value);
  for (const reference of fromTheRight) {
    const words = `${reference.name} ${format(reference.value)}`;
    const width = textWidth(words, fontSize);
    const lineX = x(reference.value);
    const textX = Math.min(lineX - 3, right - width);
    const inTheWay = placed.filter((other) => other.textX < textX + width + 10);
    const level = Math.max(-1, ...inTheWay.map((other) => other.level)) + 1;
    placed.push({ ...reference, words, x: lineX, textX, level });
  }
  return placed;
}

/** The lines themselves, each named above. */
export function DotPlotReferences(props: {
  readonly references: readonly PlacedReference[];
  readonly down: number;
}) {
  return props.references.map((reference) => (
    <g key={reference.id}>
      <line
        className="chart-reference"
        x1={reference.x}
        x2={reference.x}
        y1={-6 - reference.level * lineHeight}
        y2={props.down}
        stroke={paper.reference}
        strokeWidth={1.75}
        strokeDasharray={reference.dash}
      />
      <text
        className="chart-text chart-text--reference chart-text--haloed"
        x={reference.textX}
        y={-12 - reference.level * lineHeight}
        fontSize={fontSize}
        fill={paper.text}
        stroke={paper.ground}
        strokeWidth={3}
        paintOrder="stroke"
        dy="0.2em"
      >
        {reference.words}
      </text>
    </g>
  ));
}
