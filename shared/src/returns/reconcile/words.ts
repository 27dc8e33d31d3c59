import type { Figure } from './grid.ts';

/** A number with thousands commas and as many decimals as a step has. */
export function numberText(value: number, step = 1): string {
  const decimals = Math.max(0, Math.round(-Math.log10(step)));
  const format = formats.get(decimals) ?? formatWith(decimals);
  formats.set(decimals, format);
  return format.format(value);
}

// Making a format takes far longer than using it.
const formats = new Map<number, Intl.NumberFormat>();
const formatWith = (decimals: number) =>
  new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/** A number with no more decimals than it needs, three at most. */
export const shortNumber = (value: number): string => short.format(value);

/** More names than this make no sentence. */
const mostNames = 20;

/** “Male”, “Female” and “Not known”; of very many the first. */
export function listed(names: readonly string[]): string {
  const quoted = names.slice(0, mostNames).map(quote);
  if (names.length > mostNames) return `${quoted.join(', ')} and ${names.length - mostNames} more`;
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

export const quote = (name: string): string =>
  `“${name.length > 80 ? `${name.slice(0, 79)}…` : name}”`;

/** “3 more” or “3 less” than the other. */
export const moreOrLess = (difference: number): string =>
  `${shortNumber(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'}`;

/** What is printed in a figure's cell, with its % sign if it is a percentage. */
export const printedText = ({ text, unit }: Figure): string =>
  unit === 'percent' && !text.endsWith('%') ? `${text}%` : text;

/** The largest difference that rounding can make, if it can make any. */
export const roundingText = (slack: number): string =>
  slack === 0 ? '' : ` Rounding explains ${shortNumber(slack)} at most.`;

/** Printed less expected, without what binary fractions add. */
export const rounded = (difference: number): number => Math.round(difference * 1e6) / 1e6;
