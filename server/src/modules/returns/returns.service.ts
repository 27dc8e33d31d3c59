import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import type { ReturnStatus } from '@sufficiency/shared/returns/return-states.ts';
import { requirePermission, returnsReadableBy } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import { readExactSight } from '../sharing/sight.service.ts';
import { checkedDataset, checkedMonthLabel } from './return-input.ts';
import type { ReturnRecord, ReturnStanding } from './return-record.ts';
import { standingsOf } from './return-standing.queries.ts';

/** Which of the returns that the viewer may read. */
export interface ReturnFilter {
  /** GSS code. */
  readonly authority?: string | null | undefined;
  readonly dataset?: string | null | undefined;
  /** Label, for example `2026-09`. */
  readonly period?: string | null | undefined;
  readonly status?: ReturnStatus | null | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** First lock: one's own returns, and approved ones of authorities whose dataset the viewer sees exactly. */
async function readable(viewer: Viewer): Promise<Prisma.ReturnWhereInput> {
  return returnsReadableBy(viewer.actor, (await readExactSight(viewer)).shown('EXACT'));
}

/**
 * Versions by their ids, in the same order; null where there is none, or this viewer may not read it. The log is told of
 * those of others.
 */
export async function findReturns(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(ReturnRecord | null)[]> {
  if (!viewer.actor.permissions.has('return:read')) return ids.map(() => null);
  const rows = await viewer.db.return.findMany({
    where: { AND: [{ id: { in: ids.filter((id) => uuid.test(id)) } }, await readable(viewer)] },
  });
  const records = await told(viewer, await withStandings(viewer, rows));
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/**
 * The return of a figure. All that are asked for in one turn are read at once: a comparison asks for hundreds. The
 * figure’s own reading is what the log is told of.
 */
export async function findReturnOfFigure(viewer: Viewer, id: string): Promise<ReturnRecord | null> {
  const asked = askedFor(viewer);
  asked.ids.add(id);
  asked.answer ??= Promise.resolve().then(async () => {
    askedOf.delete(viewer.operation);
    const rows = await viewer.db.return.findMany({
      where: { AND: [{ id: { in: [...asked.ids] } }, await readable(viewer)] },
    });
    const records = await withStandings(viewer, rows);
    return new Map(records.map((record) => [record.id, record]));
  });
  return (await asked.answer).get(id) ?? null;
}

interface AskedReturns {
  readonly ids: Set<string>;
  answer?: Promise<ReadonlyMap<string, ReturnRecord>>;
}

const askedOf = new WeakMap<Viewer['operation'], AskedReturns>();

function askedFor({ operation }: Viewer): AskedReturns {
  const asked = askedOf.get(operation) ?? { ids: new Set() };
  askedOf.set(operation, asked);
  return asked;
}

/** One version by its id, as something is to be done to it, of which the log is told by that. */
export async function findReturn(viewer: Viewer, id: string): Promise<ReturnRecord | null> {
  requirePermission(viewer.actor, 'return:read');
  if (!uuid.test(id)) return null;
  const row = await viewer.db.return.findFirst({
    where: { AND: [{ id }, await readable(viewer)] },
  });
  const [record] = row ? await withStandings(viewer, [row]) : [];
  return record ?? null;
}

/** Tells the log of other organisations’ returns that are read, and of what in them. */
export async function told<Record extends ReadReturnOf>(
  viewer: Viewer,
  records: readonly Record[],
  indicators: readonly string[] = [],
): Promise<readonly Record[]> {
  const foreign = records.filter(({ tenantId }) => tenantId !== viewer.actor.organisationId);
  if (foreign.length === 0) return records;
  const sight = await readExactSight(viewer);
  for (const { tenantId, authorityCode, dataset, period } of foreign) {
    const seen = sight.of(authorityCode, dataset, calendarMonth(period).endsOn);
    if (seen === null || seen === 'own') continue;
    const { agreement } = seen;
    const authorities = [authorityCode];
    noteRead(viewer, { tenantId, dataset, agreement, authorities, indicators, periods: [period] });
  }
  return records;
}

/** Whose return was read, of what and for when. */
type ReadReturnOf = Pick<ReturnRecord, 'tenantId' | 'authorityCode' | 'dataset' | 'period'>;

/**
 * Versions of returns that the viewer may read, received last first.
 *
 * @throws DomainError BAD_USER_INPUT a dataset that does not exist, or a month that is none.
 */
export async function listReturns(
  viewer: Viewer,
  filter: ReturnFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<ReturnRecord[]> {
  requirePermission(viewer.actor, 'return:read');
  const rows = await viewer.db.return.findMany({
    where: await filtered(viewer, filter),
    orderBy: [{ receivedAt: 'desc' }, { id: 'asc' }],
    skip: page.offset,
    take: page.limit,
  });
  return [...(await told(viewer, await withStandings(viewer, rows)))];
}

/** How many there are. */
export async function countReturns(viewer: Viewer, filter: ReturnFilter): Promise<number> {
  requirePermission(viewer.actor, 'return:read');
  return await viewer.db.return.count({ where: await filtered(viewer, filter) });
}

/** All versions for the same authority, dataset and period that the viewer may read, newest first. */
export async function versionsOf(viewer: Viewer, record: ReturnRecord): Promise<ReturnRecord[]> {
  const { tenantId, authorityCode, dataset, period } = record;
  const rows = await viewer.db.return.findMany({
    where: { AND: [{ tenantId, authorityCode, dataset, period }, await readable(viewer)] },
    orderBy: { version: 'desc' },
  });
  return [...(await told(viewer, await withStandings(viewer, rows)))];
}

async function filtered(
  viewer: Viewer,
  { authority, dataset, period, status }: ReturnFilter,
): Promise<Prisma.ReturnWhereInput> {
  if (dataset != null) checkedDataset(dataset);
  if (period != null) checkedMonthLabel(period);
  return {
    AND: [
      await readable(viewer),
      {
        ...(authority != null && { authorityCode: authority }),
        ...(dataset != null && { dataset }),
        ...(period != null && { period }),
        ...(status != null && { status }),
      },
    ],
  };
}

type Row = Prisma.ReturnGetPayload<object>;

async function withStandings(viewer: Viewer, rows: readonly Row[]): Promise<ReturnRecord[]> {
  if (rows.length === 0) return [];
  const found = await viewer.operation.rows<ReturnStanding>(standingsOf(rows.map(({ id }) => id)));
  const standings = new Map(found.map((standing) => [standing.id, standing]));
  return rows.flatMap((row) => {
    const standing = standings.get(row.id);
    return standing ? [{ ...row, ...standing, dataset: row.dataset as Dataset }] : [];
  });
}
