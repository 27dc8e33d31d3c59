import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { snapshotAt31March } from '@sufficiency/shared/indicators/period.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';
import { claAreaColumns, claAreaOf } from './cla-area.ts';
import { publishedCount, publishedRatio } from './cla-figures.ts';
import { publishedNumber } from './published-number.ts';
import type { FigureReading, ReferenceFigure } from './reference-figure.ts';

const numberRow = z.object({
  ...claAreaColumns,
  population_type: z.string(),
  population_estimate: publishedNumber,
  children_count: publishedNumber,
  rate_per_10000: publishedNumber,
});

const onThirtyFirstMarch = 'Children looked after on 31 March each year';

/** `cla-number` and `cla-rate` from the Department for Education's numbers and rates. Text in UTF-8. */
export function readClaNumbers(csv: string, directory: AuthorityDirectory): FigureReading {
  const { rows, issues: unread } = readCsvRows(csv, numberRow);
  const figures: ReferenceFigure[] = [];
  const issues: RowIssue[] = [...unread];

  for (const [index, row] of rows.entries()) {
    if (row.population_type !== onThirtyFirstMarch) continue;
    const area = claAreaOf(row, directory);
    if (area === undefined) {
      issues.push({ row: index + 1, column: 'new_la_code', message: 'must be a known area' });
    }
    if (!area) continue;

    const period = snapshotAt31March(row.time_period);
    const place = { area, period };
    const rate = {
      value: row.rate_per_10000,
      numerator: row.children_count,
      denominator: row.population_estimate,
    };
    figures.push(
      {
        indicator: 'cla-number',
        ...place,
        ...publishedCount(row.children_count, place, directory),
      },
      { indicator: 'cla-rate', ...place, ...publishedRatio(rate, place, directory) },
    );
  }
  return { figures, issues };
}
