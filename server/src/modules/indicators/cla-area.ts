import { england } from '@sufficiency/shared/authorities/authority.ts';
import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { z } from 'zod';

/** The columns by which every file on children looked after names its areas. */
export const claAreaColumns = {
  time_period: z.string().regex(/^\d{4}$/, 'must be the year the figures end in, for example 2025'),
  geographic_level: z.enum(['National', 'Regional', 'Local authority']),
  region_code: z.string(),
  new_la_code: z.string(),
};

interface ClaAreaCells {
  readonly geographic_level: 'National' | 'Regional' | 'Local authority';
  readonly region_code: string;
  readonly new_la_code: string;
}

/**
 * The area a row is about: today's GSS code; null for areas we keep no figures of; undefined for an unknown one.
 *
 * Left out are areas that were broken up, and Inner and Outer London, which lie within London.
 */
export function claAreaOf(
  row: ClaAreaCells,
  directory: AuthorityDirectory,
): string | null | undefined {
  if (row.geographic_level === 'National') return england;
  if (row.geographic_level === 'Regional') {
    if (row.region_code.startsWith('E13')) return null;
    return directory.regions.find(({ code }) => code === row.region_code)?.code;
  }
  return directory.hasEnded(row.new_la_code) ? null : directory.findByCode(row.new_la_code)?.code;
}
