import type { CoverageMonth } from './coverage-queries.ts';

/** A small picture of the trends: whose, and the months from left to right. */
export interface TrendPanel {
  readonly id: string;
  readonly name: string;
  readonly months: readonly Pick<CoverageMonth, 'period' | 'share'>[];
}

/** How far each went between the first and the last month that is seen, in a sentence. */
export function trendsSentence(panels: readonly TrendPanel[]): string {
  const moves = panels.flatMap(({ name, months }) => {
    const seen = months.filter(({ share }) => share.value !== null);
    const [first, last] = [seen[0], seen.at(-1)];
    if (!first || !last || first === last) return [];
    return [`${name} went from ${first.share.text} to ${last.share.text}`];
  });
  if (moves.length === 0) return 'No member’s share is seen in two months or more.';
  return `Between the first and the last month that you see, ${moves.join('; ')}.`;
}

/** Points of a line in a box of this size, on a scale from 0 to 100 percent; null where there is no figure. Unit: pixels. */
export function trendPoints(
  { months }: Pick<TrendPanel, 'months'>,
  box: { readonly width: number; readonly height: number },
): ({ readonly x: number; readonly y: number } | null)[] {
  const step = months.length > 1 ? box.width / (months.length - 1) : 0;
  return months.map(({ share: { value } }, index) =>
    value === null
      ? null
      : { x: rounded(index * step), y: rounded(box.height * (1 - value / 100)) },
  );
}

const rounded = (pixels: number) => Math.round(pixels * 10) / 10;
