import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { ReturnRow } from '@sufficiency/shared/returns/table.ts';
import type { Statement } from '../../platform/database.ts';
import type { SentKind } from './return-input.ts';

/** Of whom, of what and for when a return is. */
export interface ReturnPlace {
  readonly authority: string;
  readonly dataset: Dataset;
  /** A calendar month, written `2026-09`. */
  readonly period: string;
}

/** One sending at a time for one place of one organisation: others wait, until the transaction ends. */
export const lockPlace = (tenantId: string, place: ReturnPlace): Statement => ({
  name: 'return_lock_place',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
  values: [[tenantId, place.authority, place.dataset, place.period].join(' ')],
});

/** A version as the next sending finds it. */
export interface KnownVersion {
  readonly id: string;
  readonly authority: string;
  readonly dataset: string;
  readonly period: string;
  readonly version: number;
  readonly revision: number;
  readonly status: string;
  readonly contentHash: string;
  readonly receivedAt: Date;
  /** Name of the account that sent it; null for what a demonstration made up. */
  readonly receivedBy: string | null;
  /** True while nothing new may be sent for its place. */
  readonly locked: boolean;
}

const known = `select r.id, r.authority_code as authority, r.dataset, r.period, r.version, r.revision,
    r.status::text as status, r.content_hash as "contentHash", r.received_at as "receivedAt",
    (select s.account from return_step s where s.tenant_id = r.tenant_id and s.return_id = r.id and s.action = 'received'
      limit 1) as "receivedBy",
    exists (select from "return" l where (l.tenant_id, l.authority_code, l.dataset, l.period)
        = (r.tenant_id, r.authority_code, r.dataset, r.period)
      and l.status in ('APPROVED', 'ACCEPTED') and l.reopened_at is null) as locked
  from "return" r where r.tenant_id = app_tenant()`;

/** The latest version of a place of one’s own: none, or one row. */
export const latestVersion = ({ authority, dataset, period }: ReturnPlace): Statement => ({
  name: 'return_latest_version',
  text: `${known} and r.authority_code = $1 and r.dataset = $2 and r.period = $3 order by r.version desc limit 1`,
  values: [authority, dataset, period],
});

/** The version that was sent with a key: none, or one row. */
export const versionByKey = (key: string): Statement => ({
  name: 'return_by_key',
  text: `${known} and r.idempotency_key = $1`,
  values: [key],
});

/** A version that was received, before anything is known of what is in it. */
export interface NewVersion extends ReturnPlace {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly periodEnd: string;
  readonly version: number;
  readonly kind: SentKind;
  readonly format: string;
  readonly source: string;
  readonly contentHash: string;
  readonly idempotencyKey: string | null;
  readonly at: Date;
}

export const insertVersion = (sent: NewVersion): Statement => ({
  name: 'return_insert_version',
  text: `insert into "return" (tenant_id, id, authority_code, dataset, period, period_end, version, kind, status, format,
      source, synthetic, content_hash, idempotency_key, received_at, received_by)
    values (app_tenant(), $1::uuid, $2, $3, $4, $5::date, $6, $7::return_kind, 'PROBLEMS', $8, $9, false, $10, $11,
      $12::timestamptz, app_account())`,
  values: [
    sent.id,
    sent.authority,
    sent.dataset,
    sent.period,
    sent.periodEnd,
    sent.version,
    sent.kind,
    sent.format,
    sent.source,
    sent.contentHash,
    sent.idempotencyKey,
    sent.at,
  ],
});

/** Nothing that must be mended was found in it. */
export const markReady = (id: string): Statement => ({
  name: 'return_mark_ready',
  text: `update "return" set status = 'READY', revision = revision + 1
    where tenant_id = app_tenant() and id = $1::uuid and status = 'PROBLEMS'`,
  values: [id],
});

/** Versions before one that nobody approved yet give way to it; their ids. */
export const supersedeOpen = (
  { authority, dataset, period, version }: ReturnPlace & { readonly version: number },
  at: Date,
): Statement => ({
  name: 'return_supersede_open',
  text: `update "return" set status = 'SUPERSEDED', revision = revision + 1, ended_at = $5::timestamptz
    where tenant_id = app_tenant() and authority_code = $1 and dataset = $2 and period = $3 and version < $4
      and status in ('PROBLEMS', 'READY', 'SUBMITTED')
    returning id`,
  values: [authority, dataset, period, version, at],
});

/** Control characters: no cell holds one. */
const [betweenRows, betweenCells] = ['\u001E', '\u001F'];

/** Adds rows of a table as one text, which is several times cheaper than a record for each row. */
export const insertRows = (
  returnId: string,
  table: string,
  rows: readonly ReturnRow[],
): Statement => ({
  name: 'return_insert_rows',
  text: `insert into return_row (tenant_id, return_id, table_name, "row", cells)
    select app_tenant(), $1::uuid, $2, ($6::integer[])[nth], string_to_array(line, $5)
    from string_to_table($3, $4) with ordinality as given (line, nth)`,
  values: [
    returnId,
    table,
    rows.map(({ cells }) => cells.join(betweenCells)).join(betweenRows),
    betweenRows,
    betweenCells,
    rows.map(({ row }) => row),
  ],
});

const plain = (name: string, text: string): Statement => ({ name, text, values: [] });

/** From here on everything can be undone, without undoing what came before. */
export const beginRows = plain('return_begin_rows', 'savepoint return_rows');
export const undoRows = plain('return_undo_rows', 'rollback to savepoint return_rows');
/** Shows the database that the transaction is not forgotten while a long file is read. */
export const stillHere = plain('return_still_here', 'select 1');
