/** A point of a small line; null where nothing is known. */
export type SparkValue = number | null;

/** Where a value is drawn. Unit: pixels from the top left. */
export interface SparkPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Places the known values of a small line; unknown ones leave a gap. Each line has its own scale,
 * but a change of less than a tenth never fills the height: it would look like a leap.
 */
export function sparkPoints(
  values: readonly SparkValue[],
  size: { readonly width: number; readonly height: number; readonly inset: number },
): readonly (SparkPoint | null)[] {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const middle = (least + most) / 2;
  const span = Math.max(most - least, Math.abs(middle) * 0.1) || 1;
  const [across, down] = [size.width - 2 * size.inset, size.height - 2 * size.inset];
  const step = values.length > 1 ? across / (values.length - 1) : 0;

  return values.map((value, index) =>
    value === null
      ? null
      : {
          x: rounded(size.inset + index * step),
          y: rounded(size.inset + down * (0.5 - (value - middle) / span)),
        },
  );
}

/** The line through neighbouring known points, as SVG path data; empty if no two are neighbours. */
export function sparkPath(points: readonly (SparkPoint | null)[]): string {
  const strokes: string[] = [];
  let pen = 'M';
  for (const [index, point] of points.entries()) {
    const alone = (points[index - 1] ?? null) === null && (points[index + 1] ?? null) === null;
    if (point !== null && !alone) strokes.push(`${pen}${point.x} ${point.y}`);
    pen = point === null ? 'M' : 'L';
  }
  return strokes.join('');
}

const rounded = (pixels: number) => Math.round(pixels * 10) / 10;
