import type { Prisma } from '@sufficiency/prisma/client.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';
import type { Actor } from '../access/actor.ts';
import { requirePermission } from '../access/actor.ts';
import { capacityReadableBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { readExactSight } from '../sharing/sight.service.ts';
import type {
  ConstellationRecord,
  HouseholdChange,
  HouseholdRecord,
  PlaceState,
} from './household-record.ts';
import { toConstellation, toHousehold } from './household-record.ts';

/** Which households; what is absent does not matter. */
export interface HouseholdFilter {
  /** Code: those of its members. */
  readonly consortium?: string | null | undefined;
  /** GSS code. */
  readonly authority?: string | null | undefined;
  readonly householdType?: string | null | undefined;
  /** True: those that are approved; false: those that were deregistered. */
  readonly approved?: boolean | null | undefined;
}

/** A page of a list. */
interface Page {
  readonly offset: number;
  readonly limit: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const shownRecords = async (viewer: Viewer) =>
  (await readExactSight(viewer)).shown('RECORDS').filter(({ dataset }) => dataset === 'fostering');

/** Rows that lasted, or last still, on a day or later. */
const lasting =
  <Column extends string>(column: Column) =>
  (day: Date) => ({
    OR: [{ [column]: null }, { [column]: { gte: day } }],
  });

/** First lock: whose households this viewer may see today. */
const readable = async (viewer: Viewer): Promise<Prisma.FosteringHouseholdWhereInput> =>
  capacityReadableBy(viewer.actor, await shownRecords(viewer), lasting('deregisteredOn'));

async function rowsWhere(
  viewer: Viewer,
  where: Prisma.FosteringHouseholdWhereInput,
  page?: Page,
): Promise<HouseholdRecord[]> {
  const rows = await viewer.db.fosteringHousehold.findMany({
    where: { AND: [where, await readable(viewer)] },
    orderBy: [{ approvedOn: 'desc' }, { reference: 'asc' }, { id: 'asc' }],
    ...(page && { skip: page.offset, take: page.limit }),
  });
  const households = rows.map(toHousehold);
  for (const household of households) await noteHousehold(viewer, household);
  return households;
}

/** What shows the viewer a row of another authority; null for its own and those it holds. */
async function agreementOf(
  viewer: Viewer,
  {
    tenantId,
    authorityCode,
    lastDay,
  }: { tenantId: string; authorityCode: string; lastDay: string },
) {
  if (tenantId === viewer.actor.organisationId) return null;
  const seen = (await readExactSight(viewer)).of(authorityCode, 'fostering', lastDay);
  return seen === 'own' ? null : seen;
}

const always = '9999-12-31';

async function noteHousehold(
  viewer: Viewer,
  {
    tenantId,
    authorityCode,
    deregisteredOn,
  }: Pick<HouseholdRecord, 'tenantId' | 'authorityCode' | 'deregisteredOn'>,
): Promise<void> {
  const lastDay = deregisteredOn ?? always;
  const seen = await agreementOf(viewer, { tenantId, authorityCode, lastDay });
  if (seen === null) return;
  noteRead(viewer, {
    tenantId,
    dataset: 'fostering',
    agreement: seen.agreement,
    authorities: [authorityCode],
    indicators: ['fostering households'],
    periods: [],
  });
}

/** Why a viewer sees a household: “own”, “held”, or the agreement. */
export async function householdWhy(
  viewer: Viewer,
  { tenantId, authorityCode, deregisteredOn }: HouseholdRecord,
): Promise<string> {
  const lastDay = deregisteredOn ?? always;
  const seen = await agreementOf(viewer, { tenantId, authorityCode, lastDay });
  if (seen !== null) return seen.why;
  return viewer.actor.authorityCodes.includes(authorityCode) ? 'own' : 'held';
}

/** Households by their ids, in the same order; null where there is none, or this viewer may not see it. */
export async function findHouseholds(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(HouseholdRecord | null)[]> {
  const known = ids.filter((id) => uuid.test(id));
  if (!viewer.actor.permissions.has('enquiry:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const records = await rowsWhere(viewer, { id: { in: known } });
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/** @throws DomainError NOT_FOUND there is none that the viewer may see. */
export async function requireHousehold(viewer: Viewer, id: string): Promise<HouseholdRecord> {
  const [household] = await findHouseholds(viewer, [id]);
  if (!household) throw notFound('fostering household', id);
  return household;
}

/**
 * Households that the viewer may see, the one approved last first.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listHouseholds(
  viewer: Viewer,
  filter: HouseholdFilter,
  page: Page,
): Promise<HouseholdRecord[]> {
  requirePermission(viewer.actor, 'enquiry:read');
  return await rowsWhere(viewer, await filtered(viewer, filter), page);
}

/** How many there are. */
export async function countHouseholds(viewer: Viewer, filter: HouseholdFilter): Promise<number> {
  requirePermission(viewer.actor, 'enquiry:read');
  const where = { AND: [await filtered(viewer, filter), await readable(viewer)] };
  await noteCounted(viewer, where);
  return await viewer.db.fosteringHousehold.count({ where });
}

/** Tells the log of others whose households are counted, whether or not any is read. */
async function noteCounted(viewer: Viewer, where: Prisma.FosteringHouseholdWhereInput) {
  const shown = (await shownRecords(viewer)).map(({ authorityCode }) => authorityCode);
  if (shown.length === 0) return;
  const held = { tenantId: viewer.actor.organisationId };
  const counted = await viewer.db.fosteringHousehold.groupBy({
    by: ['tenantId', 'authorityCode'],
    where: { AND: [where, { authorityCode: { in: shown } }, { NOT: held }] },
  });
  for (const one of counted) await noteHousehold(viewer, { ...one, deregisteredOn: null });
}

/** @throws DomainError NOT_FOUND no such consortium. */
export async function membersOf(viewer: Viewer, consortium: string): Promise<string[]> {
  const found = await findConsortium(viewer, consortium);
  if (!found) throw notFound('consortium', consortium);
  return found.members.map(({ code }) => code);
}

async function filtered(
  viewer: Viewer,
  { consortium, authority, householdType, approved }: HouseholdFilter,
): Promise<Prisma.FosteringHouseholdWhereInput> {
  return {
    AND: [
      ...(consortium == null
        ? []
        : [{ authorityCode: { in: await membersOf(viewer, consortium) } }]),
      ...(authority == null ? [] : [{ authorityCode: authority }]),
      ...(householdType == null ? [] : [{ householdType }]),
      ...(approved == null ? [] : [{ deregisteredOn: approved ? null : { not: null } }]),
    ],
  };
}

const changesByHousehold = inBatches(async (viewer: Viewer, ids: readonly string[]) => {
  const lock = capacityReadableBy(viewer.actor, await shownRecords(viewer), (day) => ({
    changedOn: { gte: day },
  }));
  const rows = await viewer.db.fosteringHouseholdChange.findMany({
    where: { AND: [{ householdId: { in: [...ids] } }, lock] },
    orderBy: { changedOn: 'asc' },
  });
  return Map.groupBy(
    rows.map((row) => ({ ...row, changedOn: dayText(row.changedOn) })),
    ({ householdId }) => householdId,
  );
});

/** What changed of a household's approval, oldest first, as far back as the viewer may see. */
export const changesOf = async (
  viewer: Viewer,
  { id }: HouseholdRecord,
): Promise<HouseholdChange[]> => (await changesByHousehold(viewer, id)) ?? [];

const statesByHousehold = inBatches(async (viewer: Viewer, ids: readonly string[]) => {
  const lock = capacityReadableBy(viewer.actor, await shownRecords(viewer), lasting('toOn'));
  const rows = await viewer.db.fosteringPlaceState.findMany({
    where: { AND: [{ householdId: { in: [...ids] } }, lock] },
    orderBy: { fromOn: 'asc' },
  });
  return Map.groupBy(
    rows.map((row) => ({ ...row, fromOn: dayText(row.fromOn), toOn: dayOrNull(row.toOn) })),
    ({ householdId }) => householdId,
  );
});

/** How a household's places were used, oldest first, as far back as the viewer may see. */
export const statesOf = async (viewer: Viewer, { id }: HouseholdRecord): Promise<PlaceState[]> =>
  (await statesByHousehold(viewer, id)) ?? [];

/** True where an actor may change a household or constellation: its authority's organisation, or the hub that holds it. */
export const mayChange = (
  actor: Actor,
  { tenantId, authorityCode }: { readonly tenantId: string; readonly authorityCode: string },
): boolean =>
  actor.permissions.has('enquiry:write') &&
  (actor.authorityCodes.includes(authorityCode) || tenantId === actor.organisationId);

/** Constellations of some authorities that the viewer may see, the oldest first. */
export async function listConstellations(
  viewer: Viewer,
  authorities: readonly string[],
): Promise<ConstellationRecord[]> {
  requirePermission(viewer.actor, 'enquiry:read');
  const lock = capacityReadableBy(viewer.actor, await shownRecords(viewer), lasting('endedOn'));
  const rows = await viewer.db.fosteringConstellation.findMany({
    where: { AND: [{ authorityCode: { in: [...authorities] } }, lock] },
    orderBy: [{ startedOn: 'asc' }, { reference: 'asc' }],
  });
  return rows.map(toConstellation);
}

/** @throws DomainError NOT_FOUND there is none that the viewer may see. */
export async function requireConstellation(
  viewer: Viewer,
  id: string,
): Promise<ConstellationRecord> {
  const lock = capacityReadableBy(viewer.actor, await shownRecords(viewer), lasting('endedOn'));
  const row = uuid.test(id)
    ? await viewer.db.fosteringConstellation.findFirst({ where: { AND: [{ id }, lock] } })
    : null;
  if (!row) throw notFound('constellation', id);
  return toConstellation(row);
}
