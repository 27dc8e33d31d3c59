/** What a test wants to see of a figure: its cell, not its prose. */
export function cellsOf(
  figures: readonly {
    readonly indicator: string;
    readonly area: string;
    readonly period: { readonly label: string };
    readonly value: number | null;
    readonly symbol: string | null;
  }[],
): readonly (readonly [string, string, string, number | string | null])[] {
  return figures.map(({ indicator, area, period, value, symbol }) => [
    indicator,
    area,
    period.label,
    value ?? symbol,
  ]);
}
