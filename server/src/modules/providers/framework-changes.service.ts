import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { monthsOn } from '@sufficiency/shared/providers/framework-terms.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { findAuthorities } from '../authorities/authorities.service.ts';
import { dayFrom, dayOrNull } from './days.ts';
import type { FrameworkParts, FrameworkTerms } from './framework-input.ts';
import { checkedDates, checkedLots, checkedTerms } from './framework-input.ts';
import type { FrameworkRecord } from './framework-record.ts';
import { canChangeFramework, memberCodes, requireFramework } from './frameworks.service.ts';
import { InputProblems } from './input-problems.ts';
import { isDemonstration } from './made-up.service.ts';

/** A framework as somebody enters it. */
export interface NewFramework extends FrameworkTerms, FrameworkParts {
  readonly reference: string;
  readonly title: string;
  readonly leadText: string;
  readonly services: readonly string[];
  readonly source: string;
  /** True where a public notice says all of it; only what reads such notices says so. */
  readonly fromNotice?: boolean;
}

/**
 * Adds a framework that the viewer's organisation holds: that it leads, or that it keeps as the hub for all.
 *
 * @throws DomainError BAD_USER_INPUT what is wrong, by path: a last day before the first, two lots or tiers of one number,
 *   an authority that does not exist, a lead that is not one's own or no member of one's consortium, publishing what no
 *   authority of one's own leads.
 * @throws DomainError CONFLICT there is one of that reference or OCID already.
 */
export async function addFramework(viewer: Viewer, input: NewFramework): Promise<FrameworkRecord> {
  requirePermission(viewer.actor, 'framework:write');
  const problems = new InputProblems();
  const { reference, title, leadText, services, source } = input;
  const terms = checkedTerms(problems, input);
  const lots = checkedLots(problems, input.lots ?? []);
  const { dates, extensions } = checkedDates(problems, input);
  problems.term('endsOn', input.startsOn, input.endsOn);
  const published =
    input.published ?? (viewer.actor.organisationKind === 'HUB' || input.lead != null);
  await checkLead(viewer, problems, { lead: input.lead ?? null, published });
  await checkCodes(viewer, problems, 'buyers', input.buyers ?? []);
  problems.refuse();
  await requireFree(viewer, input);

  const tenantId = viewer.actor.organisationId;
  const { id } = await viewer.db.framework.create({
    data: {
      openToNew: false,
      ...{ reference, title, leadText, services: [...services], source },
      ...terms,
      published,
      tenantId,
      synthetic: input.fromNotice !== true && (await isDemonstration(viewer)),
      changedAt: viewer.clock.now(),
    },
    select: { id: true },
  });
  const of = { tenantId, frameworkId: id };
  await storeBuyers(viewer, of, input.buyers ?? []);
  await storeLots(viewer, of, lots);
  await viewer.db.frameworkDate.createMany({ data: dates.map((date) => ({ ...of, ...date })) });
  await viewer.db.frameworkExtension.createMany({
    data: extensions.map((right) => ({ ...of, ...right })),
  });
  await recordOwn(viewer, { type: 'framework.added', details: { id } });
  return await requireFramework(viewer, id);
}

/** What is to change of a framework; what is absent stays, null is no longer known. */
export interface FrameworkChange extends FrameworkTerms, FrameworkParts {
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
  /** A right to extend that is taken up: its last day moves by as many months. */
  readonly extensionTaken?: { readonly nth: number; readonly on: string } | null | undefined;
}

/**
 * Changes a framework of one's own. Lots are added, or changed where one of that number is there; dates and rights to extend
 * are added; buyers are those given.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT it changed since the version given; or as for adding.
 * @throws DomainError BAD_USER_INPUT as for adding; a maximum below a price that one has recorded oneself.
 */
export async function changeFramework(
  viewer: Viewer,
  change: FrameworkChange,
): Promise<FrameworkRecord> {
  const before = await requireOwnFramework(viewer, change);
  const problems = new InputProblems();
  const terms = checkedTerms(problems, change);
  const lots = checkedLots(problems, change.lots ?? []);
  const { dates, extensions } = checkedDates(problems, change);
  const extended = extendedTerms(problems, before, change);
  const after = { ...before, ...terms, ...extended };
  problems.term('endsOn', textOf(after.startsOn), textOf(after.endsOn));
  await checkLead(viewer, problems, { lead: after.leadAuthorityCode, published: after.published });
  await checkCodes(viewer, problems, 'buyers', change.buyers ?? []);
  await checkMaxima(viewer, problems, before, lots);
  problems.refuse();
  await requireFree(viewer, change, before.id);

  await moveOn(viewer, before, { ...terms, ...extended });
  const of = { tenantId: before.tenantId, frameworkId: before.id };
  if (change.buyers != null) {
    await viewer.db.frameworkBuyer.deleteMany({ where: of });
    await storeBuyers(viewer, of, change.buyers);
  }
  await storeLots(viewer, of, lots);
  const taken = change.extensionTaken;
  if (taken != null) {
    const { nth, on } = taken;
    const where = { ...of, nth };
    await viewer.db.frameworkExtension.updateMany({ where, data: { takenOn: dayFrom(on) } });
    dates.push({ kind: 'EXTENDED', on: dayFrom(on), note: null });
  }
  await viewer.db.frameworkDate.createMany({
    data: dates.map((date) => ({ ...of, ...date })),
    skipDuplicates: true,
  });
  const first = Math.max(0, ...before.extensions.map(({ nth }) => nth));
  await viewer.db.frameworkExtension.createMany({
    data: extensions.map((right) => ({ ...of, ...right, nth: first + right.nth })),
  });
  await recordOwn(viewer, { type: 'framework.changed', details: { id: before.id } });
  return await requireFramework(viewer, before.id);
}

const textOf = (day: Date | string | null): string | null =>
  day instanceof Date ? dayOrNull(day) : day;

/** Its last day once a right to extend is taken up. */
function extendedTerms(
  problems: InputProblems,
  { endsOn, extensions }: FrameworkRecord,
  { extensionTaken }: FrameworkChange,
) {
  if (extensionTaken == null) return {};
  const right = extensions.find(({ nth }) => nth === extensionTaken.nth);
  if (!right || right.takenOn !== null || endsOn === null) {
    problems.add('extensionTaken.nth', 'must be a right to extend that was not taken up');
    return {};
  }
  return { endsOn: dayFrom(monthsOn(endsOn, right.months)) };
}

/**
 * A framework that this viewer may change, at the version that was seen.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT as for changing it.
 */
export async function requireOwnFramework(
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<FrameworkRecord> {
  requirePermission(viewer.actor, 'framework:write');
  const framework = await requireFramework(viewer, id);
  // Another's is read, never changed.
  if (!canChangeFramework(viewer, framework)) throw notFound('framework of yours', id);
  if (framework.version !== version) throw changedMeanwhile('framework', framework.version);
  return framework;
}

/** Somebody else changed it since it was seen. */
export const changedMeanwhile = (what: string, version?: number) =>
  conflict(
    `This ${what} was changed meanwhile. Look at it again, then repeat your change.`,
    version === undefined ? {} : { version },
  );

/** Counts one version, if it still stands where it was read. */
export async function moveOn(
  viewer: Viewer,
  { tenantId, id, version }: Pick<FrameworkRecord, 'tenantId' | 'id' | 'version'>,
  data: object = {},
): Promise<void> {
  const { count } = await viewer.db.framework.updateMany({
    where: { tenantId, id, version },
    data: { ...data, version: version + 1, changedAt: viewer.clock.now() },
  });
  if (count === 0) throw changedMeanwhile('framework');
}

/** @throws DomainError CONFLICT another framework of one's own has that reference or OCID. */
async function requireFree(
  viewer: Viewer,
  { reference, ocid }: FrameworkTerms,
  but?: string,
): Promise<void> {
  const alike = [
    ...(reference == null ? [] : [{ reference: reference.trim() }]),
    ...(ocid == null ? [] : [{ ocid: ocid.trim() }]),
  ];
  if (alike.length === 0) return;
  const tenantId = viewer.actor.organisationId;
  const found = await viewer.db.framework.findFirst({
    where: { tenantId, OR: alike, ...(but !== undefined && { id: { not: but } }) },
    select: { reference: true },
  });
  if (found)
    throw conflict(`You have the framework ${found.reference} already: change it instead.`);
}

/** Nobody speaks for others: a tenant publishes what an authority of its own leads, a hub names members as leads. */
async function checkLead(
  viewer: Viewer,
  problems: InputProblems,
  { lead, published }: { readonly lead: string | null; readonly published: boolean },
): Promise<void> {
  const { organisationKind, authorityCodes, consortiumCode } = viewer.actor;
  const isHub = organisationKind === 'HUB';
  if (lead === null) {
    if (published && !isHub) {
      problems.add('published', 'must be false: you publish what an authority of yours leads');
    }
    return;
  }
  const members = isHub && consortiumCode ? await memberCodes(viewer, consortiumCode) : [];
  if (!(isHub ? members : authorityCodes).includes(lead)) {
    const who = isHub ? 'a member of your consortium today' : 'an authority that you answer for';
    problems.add('lead', `must be ${who}`);
  }
}

async function checkCodes(
  viewer: Viewer,
  problems: InputProblems,
  path: string,
  codes: readonly string[],
): Promise<void> {
  const found = await findAuthorities(viewer, codes);
  for (const [index, code] of codes.entries()) {
    if (found[index]?.code === code) continue;
    problems.add(codes.length > 1 ? `${path}[${index}]` : path, `“${code}” is no authority today`);
  }
}

interface FrameworkKey {
  readonly tenantId: string;
  readonly frameworkId: string;
}

const storeBuyers = (viewer: Viewer, of: FrameworkKey, codes: readonly string[]) =>
  viewer.db.frameworkBuyer.createMany({
    data: [...new Set(codes)].map((authorityCode) => ({ ...of, authorityCode })),
  });

type CheckedLot = ReturnType<typeof checkedLots>[number];

async function storeLots(
  viewer: Viewer,
  of: FrameworkKey,
  lots: readonly CheckedLot[],
): Promise<void> {
  for (const { tiers, ...lot } of lots) {
    const { id: lotId } = await viewer.db.frameworkLot.upsert({
      where: { tenantId_frameworkId_number: { ...of, number: lot.number } },
      create: { ...of, ...lot },
      update: lot,
      select: { id: true },
    });
    for (const tier of tiers) {
      const { tenantId } = of;
      await viewer.db.frameworkTier.upsert({
        where: { tenantId_lotId_number: { tenantId, lotId, number: tier.number } },
        create: { tenantId, lotId, ...tier },
        update: tier,
      });
    }
  }
}

/** A maximum is not lowered below a price that one has recorded oneself. What others pay is neither known nor told. */
async function checkMaxima(
  viewer: Viewer,
  problems: InputProblems,
  { tenantId, lots: before }: FrameworkRecord,
  lots: readonly CheckedLot[],
): Promise<void> {
  for (const [index, { number, maximumWeeklyPrice }] of lots.entries()) {
    const lot = before.find((one) => one.number === number);
    if (!lot || maximumWeeklyPrice === null) continue;
    const awards = await viewer.db.frameworkAward.findMany({
      where: { tenantId, lotId: lot.id },
      select: { id: true },
    });
    const above = {
      tenantId,
      holderId: tenantId,
      awardId: { in: awards.map(({ id }) => id) },
      weeklyPrice: { gt: maximumWeeklyPrice },
    };
    const known =
      (await viewer.db.awardPrice.count({ where: above })) +
      (await viewer.db.callOff.count({ where: above }));
    if (known > 0) {
      problems.add(
        `lots[${index}].maximumWeeklyPrice`,
        `is below ${known} of the prices you have recorded on this lot`,
      );
    }
  }
}
