import type { Statement } from '../../platform/database.ts';

/** How far work on something that was sent has come. */
export interface ReturnProgressRow {
  readonly key: string;
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  readonly returnId: string | null;
}

/** Keeps it for the viewer’s organisation. */
export const keepProgress = (row: ReturnProgressRow, at: Date): Statement => ({
  name: 'return_keep_progress',
  text: `
    insert into return_progress (tenant_id, key, stage, done, total, return_id, changed_at)
    values (app_tenant(), $1::uuid, $2, $3, $4, $5::uuid, $6)
    on conflict (tenant_id, key) do update set stage = excluded.stage, done = excluded.done, total = excluded.total,
      return_id = excluded.return_id, changed_at = excluded.changed_at`,
  values: [row.key, row.stage, row.done, row.total, row.returnId, at],
});

/** Lets go of what nobody waits for any more: a day old. */
export const forgetProgress = (now: Date): Statement => ({
  name: 'return_forget_progress',
  text: `delete from return_progress where changed_at < $1::timestamptz - interval '1 day'`,
  values: [now],
});

export const selectProgress = (tenantId: string, key: string): Statement => ({
  name: 'return_progress',
  text: `select key, stage, done, total, return_id as "returnId" from return_progress
    where tenant_id = $1::uuid and key = $2::uuid`,
  values: [tenantId, key],
});
