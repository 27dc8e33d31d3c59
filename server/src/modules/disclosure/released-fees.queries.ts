import type { Statement } from '../../platform/database.ts';

/** A fee of a lot in a release. */
export interface ReleasedFeeRow {
  readonly releaseId: string;
  /** Id. */
  readonly lot: string;
  /** Unit: GBP a week and placement. */
  readonly value: number;
}

/**
 * Fees of lots in releases of which the first lock lets the viewer read what is of all members together. Row-level security,
 * the second, decides again.
 */
export const releasedFees = (
  releases: readonly { readonly tenantId: string; readonly id: string }[],
): Statement => ({
  name: 'released_fees',
  text: `select c.release_id as "releaseId", c.codes as lot, c.value
    from unnest($1::uuid[], $2::uuid[]) as r(tenant_id, id)
    join release_cell c on c.tenant_id = r.tenant_id and c.release_id = r.id
    where c.table_name = 'lot-fees' and c.area = 'consortium'`,
  values: [releases.map(({ tenantId }) => tenantId), releases.map(({ id }) => id)],
});

/** A lot as people call it. */
export interface LotNameRow {
  /** Id. */
  readonly lot: string;
  /** Reference of its framework. */
  readonly framework: string;
  readonly number: string;
  readonly title: string;
}

/** Lots by their ids, of frameworks that the viewer may read: row-level security decides. */
export const lotNames = (ids: readonly string[]): Statement => ({
  name: 'released_lot_names',
  text: `select l.id as lot, f.reference as framework, l.number, l.title
    from framework_lot l join framework f on f.tenant_id = l.tenant_id and f.id = l.framework_id
    where l.id = any ($1::uuid[]) order by f.reference, l.number`,
  values: [ids],
});
