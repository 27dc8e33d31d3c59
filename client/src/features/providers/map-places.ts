/** A rectangle: left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The smallest box around boxes, with a margin that is a share of its size. */
export function boxAround(boxes: readonly Box[], margin: number): Box {
  const left = Math.min(...boxes.map(([edge]) => edge));
  const top = Math.min(...boxes.map(([, edge]) => edge));
  const right = Math.max(...boxes.map(([, , edge]) => edge));
  const bottom = Math.max(...boxes.map(([, , , edge]) => edge));
  const room = Math.max(right - left, bottom - top) * margin;
  return [left - room, top - room, right + room, bottom + room];
}

/** Whether two boxes share anything. */
export const overlap = (one: Box, other: Box): boolean =>
  one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];

/** The middle of a hexagon with a point up, a unit wide, by column and row; odd rows stand half a unit to the right. */
export const middleOf = (column: number, row: number): readonly [x: number, y: number] => [
  column + (row % 2) / 2,
  (row * Math.sqrt(3)) / 2,
];

/** The box of such a hexagon. */
export function hexagonBox(column: number, row: number): Box {
  const [x, y] = middleOf(column, row);
  const up = 1 / Math.sqrt(3);
  return [x - 0.5, y - up, x + 0.5, y + up];
}

/** Its corners around a middle, as SVG takes them. Unit of `width`: pixels. */
export const hexagonPoints = (x: number, y: number, width: number): string =>
  Array.from({ length: 6 }, (_, corner) => {
    const angle = (corner * Math.PI) / 3;
    const reach = width / Math.sqrt(3);
    return `${(x + reach * Math.sin(angle)).toFixed(1)},${(y + reach * Math.cos(angle)).toFixed(1)}`;
  }).join(' ');
