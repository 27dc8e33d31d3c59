import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { Statement } from '../../platform/database.ts';

/** A cell of a release. */
export interface CellRow {
  readonly table: string;
  readonly codes: string;
  readonly area: string;
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

/** Cells of a release in some areas: those that the first lock lets through. Row-level security, the second, decides again. */
export const cellsOf = (
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  areas: readonly string[],
): Statement => ({
  name: 'release_cells',
  text: `select table_name as table, codes, area, value, symbol from release_cell
    where tenant_id = $1::uuid and release_id = $2::uuid and area = any ($3::text[])`,
  values: [tenantId, id, areas],
});

/** How many figures there are. */
export interface CellCounts {
  readonly cells: number;
  /** With a value. */
  readonly published: number;
  /** That are c. */
  readonly suppressed: number;
}

/** How many cells of a release there are in some areas, as `cellsOf` reads them. */
export const cellCountsOf = (
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  areas: readonly string[],
): Statement => ({
  name: 'release_cell_counts',
  text: `select count(*)::int as cells, count(value)::int as published,
      (count(*) filter (where symbol = 'c'))::int as suppressed
    from release_cell where tenant_id = $1::uuid and release_id = $2::uuid and area = any ($3::text[])`,
  values: [tenantId, id, areas],
});
