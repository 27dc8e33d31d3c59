import type { Unit } from './grid.ts';

/** A header or label as a person would say it. */
export const plainLabel = (text: string): string =>
  text.replaceAll('_', ' ').replace(/\s+/gu, ' ').trim();

/** Whether a label says that its line is the sum of others. */
export const saysTotal = (label: string): boolean =>
  /^(grand |sub[- ]?)?totals?\b|\b(sub[- ]?)?totals?$|^overall\b|^all\b|^sum\b/iu.test(label) &&
  !/\bother|average|mean\b/iu.test(label);

/** Whether a label says that its line is a part of one above it, and so no part of their sum. */
export const saysWithin = (label: string): boolean =>
  /^\W*(of (which|whom|these|them)|including|in particular)\b/iu.test(label);

/** How many of a rate's base there are, for example 10,000; null for a label that tells of no rate. */
export function rateBase(label: string): number | null {
  const [, base] = /\bper\s+(\d[\d,]*)\b/iu.exec(label) ?? [];
  return base === undefined ? null : Number(base.replaceAll(',', ''));
}

const counts = /\b(numerator|denominator|number|count|volume|children|cyp|population|places)\b/iu;
const percents = /%|\bper ?cent(age)?s?\b|\bpct\b|\bshares?\b|\bproportions?\b/iu;
const means = /\b(averages?|means?|medians?|rates?|per week|weekly|unit costs?|ratios?)\b/iu;

/** What a label says of the figures under it; null if nothing. */
export function unitOfLabel(label: string): Unit | null {
  if (percents.test(label)) return 'percent';
  if (rateBase(label) !== null) return 'rate';
  if (means.test(label)) return 'mean';
  return counts.test(label) ? 'count' : null;
}

/** The year in which a label's period ends, for example 2019 for `Norfolk 2018-19`; null if it names none. */
export function yearOf(label: string): number | null {
  const [, start, end] = /\b((?:19|20)\d\d)(?:[-–/](?:20)?(\d\d))?\b/u.exec(label) ?? [];
  if (start === undefined) return null;
  const next = Number(start) + 1;
  return end !== undefined && Number(end) === next % 100 ? next : Number(start);
}
