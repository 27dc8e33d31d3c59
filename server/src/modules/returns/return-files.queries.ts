import type { Statement } from '../../platform/database.ts';

/** Adds a file of one’s own, unless it is there: then no row comes back. */
export const insertFile = (file: {
  readonly contentHash: string;
  readonly size: number;
  readonly receivedAt: Date;
  /** `YYYY-MM-DD`. */
  readonly keepUntil: string;
}): Statement => ({
  name: 'return_insert_file',
  text: `insert into return_file (tenant_id, content_hash, size, received_at, keep_until)
    values (app_tenant(), $1, $2, $3::timestamptz, $4::date)
    on conflict do nothing returning content_hash`,
  values: [file.contentHash, file.size, file.receivedAt, file.keepUntil],
});

export const insertPart = (contentHash: string, part: number, bytes: Buffer): Statement => ({
  name: 'return_insert_part',
  text: `insert into return_file_part (tenant_id, content_hash, part, bytes)
    values (app_tenant(), $1, $2, $3)`,
  values: [contentHash, part, bytes],
});

export const insertUpload = (
  returnId: string,
  upload: { readonly nth: number; readonly name: string; readonly contentHash: string },
): Statement => ({
  name: 'return_insert_upload',
  text: `insert into return_upload (tenant_id, return_id, nth, name, content_hash)
    values (app_tenant(), $1::uuid, $2, $3, $4)`,
  values: [returnId, upload.nth, upload.name, upload.contentHash],
});

/** A file that a return was read from. */
export interface ReturnFileRecord {
  readonly returnId: string;
  /** 1, 2, 3 … in the order they were sent. */
  readonly nth: number;
  readonly name: string;
  /** SHA-256 in hexadecimal; this and what follows null once it is no longer kept. */
  readonly contentHash: string | null;
  /** Unit: bytes. */
  readonly size: number | null;
  /** `YYYY-MM-DD`. */
  readonly keepUntil: string | null;
}

/** Files of a return of one’s own, in the order they were sent. */
export const filesOfReturn = (returnId: string): Statement => ({
  name: 'return_files',
  text: `select u.return_id as "returnId", u.nth, u.name, f.content_hash as "contentHash", f.size,
      to_char(f.keep_until, 'YYYY-MM-DD') as "keepUntil"
    from return_upload u
    left join return_file f on f.tenant_id = u.tenant_id and f.content_hash = u.content_hash
    where u.tenant_id = app_tenant() and u.return_id = $1::uuid order by u.nth`,
  values: [returnId],
});

/** One part of a file of one’s own: none, or one row. */
export const partOfFile = (contentHash: string, part: number): Statement => ({
  name: 'return_file_part',
  text: `select bytes from return_file_part
    where tenant_id = app_tenant() and content_hash = $1 and part = $2`,
  values: [contentHash, part],
});
