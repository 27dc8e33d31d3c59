import { england } from '@sufficiency/shared/authorities/authority.ts';
import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';

/** Resident children aged 0 to 17 of an area in the middle of a year; null where `symbol` says why not. */
export interface PopulationRow {
  readonly area: string;
  readonly year: number;
  readonly children: number | null;
  readonly symbol: 'x' | null;
}

const estimateRow = z.object({
  time_period: z.string().regex(/^\d{4}$/, 'must be a year'),
  geographic_level: z.enum(['National', 'Regional', 'Local authority']),
  region_code: z.string(),
  new_la_code: z.string(),
  population_estimate: z
    .string()
    .regex(/^(\d+|x)$/, 'must be a whole number, or x where it is not available'),
});

type EstimateRow = z.infer<typeof estimateRow>;

/**
 * Mid-year estimates of children aged 0 to 17, for today's authorities, the regions and England. Text in UTF-8.
 *
 * Earlier codes of the same area are joined; areas that were broken up are left out, and so are Inner and Outer
 * London, which lie within London. An authority that did not exist yet has `x`.
 */
export function readPopulation(
  csv: string,
  directory: AuthorityDirectory,
): { rows: PopulationRow[]; issues: readonly RowIssue[] } {
  const { rows: estimates, issues } = readCsvRows(csv, estimateRow);
  const rows = new Map<string, PopulationRow>();
  for (const year of new Set(estimates.map(({ time_period }) => Number(time_period)))) {
    for (const { code } of directory.authorities) {
      rows.set(`${code} ${year}`, { area: code, year, children: null, symbol: 'x' });
    }
  }

  for (const estimate of estimates) {
    const area = areaOf(estimate, directory);
    if (area === undefined) continue;
    const year = Number(estimate.time_period);
    const known = estimate.population_estimate !== 'x';
    const children = known ? Number(estimate.population_estimate) : null;
    rows.set(`${area} ${year}`, { area, year, children, symbol: known ? null : 'x' });
  }
  return { rows: [...rows.values()], issues };
}

function areaOf(row: EstimateRow, directory: AuthorityDirectory): string | undefined {
  if (row.geographic_level === 'National') return england;
  if (row.geographic_level === 'Local authority')
    return directory.findByCode(row.new_la_code)?.code;
  return directory.regions.find(({ code }) => code === row.region_code)?.code;
}
