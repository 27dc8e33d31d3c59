import { notFound } from '@sufficiency/shared/errors.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import type { CollectedRow } from './return-calendar.queries.ts';
import { collectedFrom, exactSince } from './return-calendar.queries.ts';
import type { CollectionMonth, Timeliness } from './return-calendar.ts';
import { collectionOf, monthsEnded, timelinessOf } from './return-calendar.ts';
import type { ReturnRecord } from './return-record.ts';
import { findReturns, told } from './returns.service.ts';

/** A month with the version in use, else the latest; null where there is none that the viewer may see. */
export interface MonthWithReturn extends CollectionMonth {
  readonly record: ReturnRecord | null;
  /** A later version that is to take the place of the one in use. */
  readonly newer: ReturnRecord | null;
}

/** What one authority has sent. */
export interface AuthorityCollection {
  readonly authority: AuthorityRecord;
  /** Every dataset of every month. */
  readonly months: readonly MonthWithReturn[];
  readonly timeliness: Timeliness | null;
}

export interface ReturnCalendar {
  readonly consortium: ConsortiumRecord;
  /** Months that have ended, the latest last. */
  readonly periods: readonly string[];
  readonly authorities: readonly AuthorityCollection[];
}

/** Months that a calendar goes back. */
const monthsBack = 12;

/**
 * Who has sent what, of the members of a consortium: one’s own, and that of others whose figures the viewer sees exactly.
 *
 * @param onlyOwn true: of one’s own authorities only, which is asked for and told to nobody else.
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function readReturnCalendar(
  viewer: Viewer,
  code: string,
  { onlyOwn = false } = {},
): Promise<ReturnCalendar> {
  requirePermission(viewer.actor, 'return:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const day = today(viewer.clock);
  const periods = monthsEnded(day, monthsBack);
  const known = await viewer.operation.rows<{ key: string; since: string }>(exactSince);
  const since = new Map(known.map((row) => [row.key, row.since]));
  const own = new Set(viewer.actor.authorityCodes);
  const members = consortium.members.filter(({ code }) => !onlyOwn || own.has(code));
  const rows = await collected(viewer, members, { first: periods[0] ?? day, since });
  const ids = rows.flatMap(({ id, newerId }) => [id ?? [], newerId ?? []].flat());
  const found = await findReturns(viewer, ids);
  const records = new Map(ids.map((id, index) => [id, found[index] ?? null]));
  const recordOf = (id: string | null) => (id === null ? null : (records.get(id) ?? null));

  const mayKnow = (authority: string, dataset: Dataset, endsOn: string) =>
    own.has(authority) || (since.get(authority + dataset) ?? '9999') <= endsOn;
  const authorities = members.map((authority) => {
    const facts = { today: day, rows, mayKnow };
    const months = collectionOf(authority.code, periods, facts).map((month) => ({
      ...month,
      record: recordOf(month.returnId),
      newer: recordOf(month.newerId),
    }));
    return { authority, months, timeliness: timelinessOf(months, day) };
  });
  return { consortium, periods, authorities };
}

async function collected(
  viewer: Viewer,
  members: readonly AuthorityRecord[],
  { first, since }: { readonly first: string; readonly since: ReadonlyMap<string, string> },
): Promise<readonly CollectedRow[]> {
  const codes = members.map(({ code }) => code);
  return await told(
    viewer,
    await viewer.operation.rows<CollectedRow>(collectedFrom(first, codes, [...since.keys()])),
  );
}
