import type { AxisRange } from './chart-scale.ts';
import { axisRange } from './chart-scale.ts';
import type { DotReference, DotRow } from './dot-plot-types.ts';

/** The axis that everything in a dot plot fits on. */
export function dotPlotRange(
  rows: readonly DotRow[],
  references: readonly DotReference[],
): AxisRange {
  const marks = rows.flatMap(({ value, extras }) => [value, ...extras.map((extra) => extra.value)]);
  const lines = references.map(({ value }) => value);
  return axisRange([...marks, ...lines].filter((value) => value !== null));
}
