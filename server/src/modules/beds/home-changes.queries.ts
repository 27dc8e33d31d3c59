import type { Statement } from '../../platform/database.ts';
import { runsHome } from './run-homes.ts';

/** First lock on homes that somebody changes: its organisation's own, and those of its providers. */
export interface HomesKept {
  readonly tenantId: string;
  readonly providerIds: readonly number[];
}

/** A home as it stands once nobody else is changing it. */
export interface LockedHome {
  readonly id: string;
  readonly version: number;
}

/** Holds homes until the transaction ends, always in the same order: two who change the same ones wait for each other. */
export const lockHomes = (
  ids: readonly string[],
  { tenantId, providerIds }: HomesKept,
): Statement => ({
  name: 'beds_lock_homes',
  text: `select h.id, h.version from home h
    where h.id = any($1::uuid[]) and (h.tenant_id = $2 or ${runsHome('$3')})
    order by h.id for no key update`,
  values: [ids, tenantId, providerIds],
});

/** How a place is from now on. Days are `YYYY-MM-DD`. */
export interface SaidPlace {
  readonly home: string;
  readonly number: number;
  readonly state: string;
  readonly reason: string | null;
  readonly reservedUntil: string | null;
}

/** Says how places of homes are that were held before. The database moves their homes on. */
export const sayPlaces = (
  places: readonly SaidPlace[],
  { tenantId, providerIds }: HomesKept,
): Statement => ({
  name: 'beds_say_places',
  text: `update home_place p set state = n.state, reason = n.reason, reserved_until = n."reservedUntil"
    from jsonb_to_recordset($1::jsonb) as n(home uuid, number smallint, state text, reason text, "reservedUntil" date)
    join home h on h.id = n.home and (h.tenant_id = $2 or ${runsHome('$3')})
    where p.tenant_id = h.tenant_id and p.home_id = h.id and p.number = n.number`,
  values: [JSON.stringify(places), tenantId, providerIds],
});

/** Says of homes that were held before that nothing changed. */
export const confirmHomes = (
  ids: readonly string[],
  { tenantId, providerIds }: HomesKept,
): Statement => ({
  name: 'beds_confirm_homes',
  text: `update home h set version = h.version + 1, confirmed_at = app_now()
    where h.id = any($1::uuid[]) and (h.tenant_id = $2 or ${runsHome('$3')})`,
  values: [ids, tenantId, providerIds],
});

/** Tells the database that what follows in this transaction comes from a file. */
export const fromFile: Statement = {
  name: 'beds_from_file',
  text: `select set_config('app.importing', 'yes', true)`,
  values: [],
};

/** Records nights of a home that was held before, or puts them right. */
export const storeNights = (
  { home, nights }: { readonly home: string; readonly nights: readonly object[] },
  { tenantId, providerIds }: HomesKept,
): Statement => ({
  name: 'beds_store_nights',
  text: `insert into home_night (tenant_id, home_id, night, authority_code, provider_id, capacity, used)
    select h.tenant_id, h.id, n.night, h.authority_code, h.provider_id, n.capacity, n.used
    from home h
    cross join jsonb_to_recordset($2::jsonb) as n(night date, capacity smallint, used smallint)
    where h.id = $1::uuid and (h.tenant_id = $3 or ${runsHome('$4')})
    on conflict (tenant_id, home_id, night) do update set capacity = excluded.capacity, used = excluded.used`,
  values: [home, JSON.stringify(nights), tenantId, providerIds],
});
