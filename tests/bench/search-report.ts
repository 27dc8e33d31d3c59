import type { AgainstResult } from './against.ts';
import { againstTable } from './against-report.ts';

/** What searches cost, as Markdown. */
export const searchTable = (results: readonly AgainstResult[]): string =>
  againstTable(
    'Searches of the register, over all of England with three facets',
    { p95: 50, ratio: 1.5 },
    results,
  );
