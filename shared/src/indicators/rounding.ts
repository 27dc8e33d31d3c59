const powersOfTen = [1, 10, 100, 1_000] as const;

/** Rounds to so many decimal places, a half upwards. */
export function roundTo(value: number, decimals: number): number {
  const power = powersOfTen[decimals] ?? 1;
  // The last bit of a binary fraction must not decide: 1.005 × 100 is 100.49999999999999.
  return Math.round(Number((value * power).toPrecision(12))) / power;
}
