import { paper, shadeColours, textColours } from '../../components/charts/chart-palette.ts';
import { textWidth, wrapped } from '../../components/charts/chart-text.ts';
import boundaries from './geography/boundaries.json';
import hexagons from './geography/hexagons.json';
import { legendHeight, MapLegend } from './MapLegend.tsx';
import type { Box } from './map-places.ts';
import { boxAround, hexagonBox, hexagonPoints, middleOf, overlap } from './map-places.ts';
import type { AreaValue, Shade } from './map-shades.ts';
import { areaText, shadeOf, toneOf } from './map-shades.ts';

interface Boundary {
  readonly box: readonly number[];
  readonly label: readonly number[];
  readonly room: number;
  readonly path: string;
}

const areas = Object.entries(boundaries as Readonly<Record<string, Boundary>>);
const cells = Object.entries(hexagons as Readonly<Record<string, readonly number[]>>);

const highest = 640;
const lineHeight = 15;

interface MapProps {
  /** The authorities the search is about; others are drawn without a shade. */
  readonly values: readonly AreaValue[];
  readonly shades: readonly Shade[];
  /** Codes of authorities that are to stand out. */
  readonly chosen: readonly string[];
  readonly unit: string;
  readonly width: number;
}

/** How a box is brought onto a picture. */
function brought(box: Box, width: number) {
  const scale = Math.min(width / (box[2] - box[0]), highest / (box[3] - box[1]));
  return {
    scale,
    x: (x: number) => (x - box[0]) * scale + (width - (box[2] - box[0]) * scale) / 2,
    y: (y: number) => (y - box[1]) * scale,
    height: Math.ceil((box[3] - box[1]) * scale),
  };
}

const boxOf = ({ box: [left = 0, top = 0, right = 0, bottom = 0] }: Boundary): Box => [
  left,
  top,
  right,
  bottom,
];

/** Authorities as they lie, the part of England that the search is about. */
export function BoundaryMap(props: MapProps) {
  const { values, width } = props;
  const byCode = new Map(values.map((value) => [value.code, value]));
  const own = areas.filter(([code]) => byCode.has(code)).map(([, area]) => boxOf(area));
  const view = boxAround(own, 0.04);
  const place = brought(view, width);
  const shown = areas.filter(([, area]) => overlap(boxOf(area), view));
  const shift = `translate(${place.x(0)} ${place.y(0)}) scale(${place.scale})`;

  return (
    <MapPicture {...props} height={place.height}>
      <g transform={shift}>
        {shown.map(([code, { path }]) => (
          <path
            key={code}
            d={path}
            {...areaLook(code, byCode.get(code), props)}
            strokeWidth={(props.chosen.includes(code) ? 3 : 1) / place.scale}
          >
            <title>{titleOf(byCode.get(code), props.unit)}</title>
          </path>
        ))}
      </g>
      {shown.map(
        ([
          code,
          {
            label: [x = 0, y = 0],
            room,
          },
        ]) => (
          <AreaLabel
            key={code}
            area={byCode.get(code)}
            x={place.x(x)}
            y={place.y(y)}
            room={room * place.scale * 2}
            {...props}
          />
        ),
      )}
    </MapPicture>
  );
}

/** One hexagon of the same size for each authority. */
export function HexagonMap(props: MapProps) {
  const { values, width } = props;
  const byCode = new Map(values.map((value) => [value.code, value]));
  const boxes = cells.map(([code, [column = 0, row = 0]]) => ({
    code,
    middle: middleOf(column, row),
    box: hexagonBox(column, row),
  }));
  const own = boxes.filter(({ code }) => byCode.has(code)).map(({ box }) => box);
  const view = boxAround(own, 0.02);
  const place = brought(view, Math.min(width, 120 * (view[2] - view[0])));
  const shown = boxes.filter(({ box }) => overlap(box, view));

  return (
    <MapPicture {...props} height={place.height}>
      {shown.map(({ code, middle: [x, y] }) => (
        <g key={code}>
          <polygon
            points={hexagonPoints(place.x(x), place.y(y), place.scale * 0.97)}
            {...areaLook(code, byCode.get(code), props)}
            strokeWidth={props.chosen.includes(code) ? 3 : 1}
          >
            <title>{titleOf(byCode.get(code), props.unit)}</title>
          </polygon>
          <AreaLabel
            area={byCode.get(code)}
            x={place.x(x)}
            y={place.y(y)}
            room={place.scale * 0.9}
            {...props}
          />
        </g>
      ))}
    </MapPicture>
  );
}

function MapPicture(
  props: MapProps & { readonly height: number; readonly children: React.ReactNode },
) {
  const { width, height, shades } = props;
  const below = legendHeight(shades, width);
  return (
    <svg className="chart__picture" width={width} height={height + below} aria-hidden="true">
      {props.children}
      <rect y={height} width={width} height={below} className="map-ground" fill={paper.ground} />
      <MapLegend shades={shades} unit={props.unit} width={width} top={height + 12} />
    </svg>
  );
}

/** Fill and outline: attributes are for paper, classes for the screen. */
function areaLook(code: string, area: AreaValue | undefined, { shades, chosen }: MapProps) {
  const shade = area ? shadeOf(area.value, shades) : null;
  const tone = shade === null ? null : toneOf(shade, shades);
  const isChosen = chosen.includes(code);
  const kind = area ? 'map-area--none' : 'map-area--other';
  return {
    className: `map-area ${tone === null ? kind : `map-area--${tone}`}${isChosen ? ' map-area--chosen' : ''}`,
    fill: tone === null ? paper.ground : shadeColours[tone],
    stroke: strokeOf(area, isChosen),
  };
}

function strokeOf(area: AreaValue | undefined, isChosen: boolean): string {
  if (isChosen) return paper.text;
  return area ? paper.other : paper.grid;
}

const titleOf = (area: AreaValue | undefined, unit: string) =>
  area === undefined ? 'Not in this search' : `${area.name}: ${areaText(area.value)} ${unit}`;

/** Name and number where there is room for both, else the number, else nothing: the table has them all. */
function AreaLabel(
  props: MapProps & {
    readonly area: AreaValue | undefined;
    readonly x: number;
    readonly y: number;
    /** Unit: pixels. */
    readonly room: number;
  },
) {
  const { area, x, y, room, shades } = props;
  if (!area) return null;
  const text = areaText(area.value);
  const size = [14, 11, 9].find((one) => textWidth(text, one) <= room * (one < 14 ? 1 : 0.6));
  if (size === undefined) return null;
  const name = wrapped(area.name, room * 0.95, 12);
  const fits =
    name.every((line) => textWidth(line, 12) <= room) && (name.length + 1) * lineHeight <= room;
  const lines = fits ? name : [];
  const shade = shadeOf(area.value, shades);
  const tone = shade === null ? null : toneOf(shade, shades);
  const top = y - (lines.length * lineHeight) / 2;
  const look = {
    x,
    textAnchor: 'middle',
    dy: '0.35em',
    className: `map-text map-text--${tone ?? 'none'}`,
    fill: tone === null ? paper.text : textColours[tone],
  } as const;
  return (
    <g pointerEvents="none">
      {lines.map((line, index) => (
        <text key={line} {...look} y={top + index * lineHeight} fontSize={12}>
          {line}
        </text>
      ))}
      <text {...look} y={top + lines.length * lineHeight} fontSize={size} fontWeight={700}>
        {text}
      </text>
    </g>
  );
}
