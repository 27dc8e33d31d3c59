import type { MarkKind } from './chart-palette.ts';
import { colourOf, paper } from './chart-palette.ts';

export type MarkShape = 'dot' | 'ring' | 'diamond' | 'square' | 'triangle';

/** A mark of a chart. Its title is what a pointer resting on it shows. */
export function ChartMark(props: {
  readonly x: number;
  readonly y: number;
  readonly kind: MarkKind;
  readonly shape: MarkShape;
  readonly title: string;
}) {
  const { x, y, kind, shape, title } = props;
  const colour = colourOf[kind];
  const common = {
    className: `chart-mark chart-mark--${kind} chart-mark--${shape}`,
    fill: shape === 'dot' ? colour : paper.ground,
    stroke: colour,
    strokeWidth: 1.75,
  };

  if (shape === 'dot' || shape === 'ring') {
    return (
      <circle {...common} cx={x} cy={y} r={kind === 'chosen' ? 6 : 4.5}>
        <title>{title}</title>
      </circle>
    );
  }
  return (
    <path {...common} d={outline[shape]} transform={`translate(${x} ${y})`}>
      <title>{title}</title>
    </path>
  );
}

const outline = {
  diamond: 'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
  square: 'M-4.2 -4.2H4.2V4.2H-4.2Z',
  triangle: 'M0 -5L5 4H-5Z',
} as const;
