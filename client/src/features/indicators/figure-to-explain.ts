/** Which figure a panel explains, and how it ranked where it stood. */
export interface FigureToExplain {
  readonly title: string;
  /** Label of its period. */
  readonly period: string;
  readonly rank: number | null;
  /** How many have a rank. */
  readonly ranked: number;
  /** What to mind in comparing it where it stood. */
  readonly warnings: readonly string[];
}
