/** Every value that a printed number, or a sum of them, may stand for. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What a printed number may have been before it was rounded. */
export interface Printed {
  readonly value: number;
  /** Half of what it was rounded to; 0 for a count that was not. */
  readonly slack: number;
}

export const around = ({ value, slack }: Printed): Interval => ({
  low: value - slack,
  high: value + slack,
});

/** The sum of printed numbers, and the slack of that sum. */
export const summed = (parts: readonly Printed[]): Printed => ({
  value: parts.reduce((sum, { value }) => sum + value, 0),
  slack: parts.reduce((sum, { slack }) => sum + slack, 0),
});

/** `part / whole × times`; null where the whole may be zero. */
export function ratioOf(part: Printed, whole: Printed, times = 1): Interval | null {
  const [above, below] = [around(part), around(whole)];
  if (below.low <= 0 && below.high >= 0) return null;
  const [one, two] = [(above.low / below.low) * times, (above.low / below.high) * times];
  const [three, four] = [(above.high / below.low) * times, (above.high / below.high) * times];
  return { low: Math.min(one, two, three, four), high: Math.max(one, two, three, four) };
}

/** Numbers such as 0.1 are not exact in binary: what is left of that is no difference. */
const dust = 1e-7;

/** Whether two ranges have a value in common. */
export const meet = (one: Interval, other: Interval): boolean => {
  const tolerance = dust * Math.max(1, Math.abs(one.low), Math.abs(other.low));
  return one.low <= other.high + tolerance && other.low <= one.high + tolerance;
};

/** Whether a printed number can be what a range says. */
export const fits = (printed: Printed, range: Interval): boolean => meet(around(printed), range);
