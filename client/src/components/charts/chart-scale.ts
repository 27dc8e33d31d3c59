import { scaleLinear } from '@visx/scale';

/** Ends of an axis, and whether zero is one of them or between them. */
export interface AxisRange {
  readonly low: number;
  readonly high: number;
  readonly hasZero: boolean;
}

/**
 * A sensible range for values that are shown by position, not by length: from zero unless that
 * would press them together at the far end of the axis.
 */
export function axisRange(values: readonly number[]): AxisRange {
  if (values.length === 0) return { low: 0, high: 1, hasZero: true };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const fromZero = least >= 0 && least < most * 0.6;
  const margin = (most - least) * 0.1 || Math.abs(most) * 0.1 || 1;
  const wanted = fromZero ? [0, most] : [least - margin, most + margin];

  const [low = 0, high = 1] = scaleLinear<number>({ domain: wanted, nice: 5 }).domain();
  const kept = least >= 0 ? Math.max(0, low) : low;
  return { low: kept, high, hasZero: kept <= 0 && high >= 0 };
}
