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

/** Finds for the words of each line a level above the rows on which there is room. */
export function placedReferences(
  references: readonly DotReference[],
  x: (value: number) => number,
  format: (value: number) => string,
  frame: { readonly left: number; readonly width: number },
): readonly PlacedReference[] {
  const ends: number[] = [];
  return references
    .map((reference) => ({ ...reference, x: x(reference.value) }))
    .toSorted((one, other) => one.x - other.x)
    .map((reference) => {
      const words = `${reference.name} ${format(reference.value)}`;
      const half = textWidth(words, fontSize) / 2;
      const textX = Math.min(
        Math.max(reference.x, half - frame.left),
        frame.width - frame.left - half - 2,
      );
      const free = ends.findIndex((end) => end <= textX - half);
      const level = free === -1 ? ends.length : free;
      ends[level] = textX + half + 10;
      return { ...reference, words, textX, level };
    });
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
        y1={-4 - reference.level * lineHeight}
        y2={props.down}
        stroke={paper.reference}
        strokeWidth={1.75}
        strokeDasharray={reference.dash}
      />
      <text
        className="chart-text chart-text--reference chart-text--haloed"
        x={reference.textX}
        y={-12 - reference.level * lineHeight}
        textAnchor="middle"
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
