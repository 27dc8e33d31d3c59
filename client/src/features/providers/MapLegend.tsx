import { paper, shadeColours } from '../../components/charts/chart-palette.ts';
import { textWidth } from '../../components/charts/chart-text.ts';
import type { Shade } from './map-shades.ts';
import { shadeText, toneOf } from './map-shades.ts';

const fontSize = 13;
const swatch = 18;
const lineHeight = 26;

/** What the shades stand for, in as many columns as there is room for. */
export function MapLegend(props: {
  readonly shades: readonly Shade[];
  readonly unit: string;
  readonly width: number;
  readonly top: number;
}) {
  const { shades, width, top } = props;
  const { columns, across } = layout(shades, width);
  return (
    <g>
      {shades.map((shade, index) => {
        const x = (index % columns) * across;
        const y = top + Math.floor(index / columns) * lineHeight;
        return (
          <g key={shade.least}>
            <rect
              className={`map-area map-area--${toneOf(index, shades)}`}
              x={x + 1}
              y={y}
              width={swatch}
              height={swatch}
              fill={shadeColours[toneOf(index, shades)]}
              stroke={paper.other}
            />
            <text
              className="chart-text"
              x={x + swatch + 8}
              y={y + swatch / 2}
              dy="0.35em"
              fontSize={fontSize}
              fill={paper.text}
            >
              {shadeText(shade)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Unit: pixels. */
export const legendHeight = (shades: readonly Shade[], width: number): number =>
  12 + Math.ceil(shades.length / layout(shades, width).columns) * lineHeight;

function layout(shades: readonly Shade[], width: number) {
  const longest = Math.max(0, ...shades.map((shade) => textWidth(shadeText(shade), fontSize)));
  const across = swatch + 8 + longest + 16;
  return { across, columns: Math.max(1, Math.min(shades.length, Math.floor(width / across))) };
}
