/**
 * What national statistics count of the same children once a year, by the key of the collected indicator that counts them
 * each month. The two need not agree, but one is rarely far from the other.
 */
export const publishedCounterparts: ReadonlyMap<string, string> = new Map([
  ['cla-month-end', 'cla-number'],
  ['cla-month-end-foster-share', 'cla-foster-share'],
  ['cla-month-end-residential-share', 'cla-residential-share'],
  ['cla-month-end-outside-area-share', 'cla-outside-authority-share'],
  ['cla-month-end-over-20-miles-share', 'cla-over-20-miles-share'],
  ['fostering-weekly-cost-month', 'fostering-weekly-cost'],
  ['residential-weekly-cost-month', 'residential-weekly-cost'],
  ['three-or-more-placements-month-end-share', 'three-or-more-placements-share'],
]);
