import type { AuthorityRecord, RegionRecord } from '@sufficiency/shared/authorities/authority.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';

/** One row of the Department for Education's list of local authorities, in force or ended. */
const authorityRow = z.object({
  new_la_code: z.string(),
  la_name: z.string(),
  parent_geography_code: z.string(),
  status: z.enum(['live', 'terminated']),
  old_la_code: z.string(),
});

/** One row of the Department for Education's list of regions and their authorities. */
const regionRow = z.object({ region_code: z.string(), region_name: z.string() });

/** Councils with children's services; pairs of codes stand for two councils together and are left out. */
const council = /^E(06|08|09|10)\d{6}$/;

const region = /^E12\d{6}$/;

/** Authorities in force, from the Department for Education's list. Text in UTF-8. */
export function readAuthorities(csv: string): {
  rows: AuthorityRecord[];
  issues: readonly RowIssue[];
} {
  const { rows, issues } = readCsvRows(csv, authorityRow);

  return {
    rows: rows
      .filter(({ new_la_code, status }) => status === 'live' && council.test(new_la_code))
      .map((row) => ({
        code: row.new_la_code,
        dfeCode: row.old_la_code,
        name: row.la_name,
        regionCode: row.parent_geography_code,
      })),
    issues,
  };
}

/** The nine regions of England, from the Department for Education's list of them. Text in UTF-8. */
export function readRegions(csv: string): { rows: RegionRecord[]; issues: readonly RowIssue[] } {
  const { rows, issues } = readCsvRows(csv, regionRow);
  const names = new Map(
    rows
      .filter(({ region_code }) => region.test(region_code))
      .map(({ region_code, region_name }) => [region_code, region_name]),
  );

  return { rows: [...names].map(([code, name]) => ({ code, name })), issues };
}
