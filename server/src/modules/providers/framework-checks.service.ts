import { conflict } from '@sufficiency/shared/errors.ts';
import type { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import { findAuthorities } from '../authorities/authorities.service.ts';
import type { CheckedLot, FrameworkTerms, RemovedParts } from './framework-input.ts';
import type { FrameworkRecord, LotRecord } from './framework-record.ts';
import { memberCodes } from './frameworks.service.ts';

/** @throws DomainError CONFLICT another framework of one's own has that reference or OCID. */
export async function requireFree(
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
export async function checkLead(
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

/** A problem where a code is no authority's today. */
export async function checkCodes(
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

/** A maximum is not lowered below a price that one has recorded oneself. What others pay is neither known nor told. */
export async function checkMaxima(
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

/** Parts that go were entered wrongly: nobody is or was on them, and no right of them was taken up. */
export async function checkRemoved(
  viewer: Viewer,
  problems: InputProblems,
  { tenantId, id: frameworkId, lots, extensions }: FrameworkRecord,
  change: { readonly lots: readonly CheckedLot[]; readonly removed: RemovedParts },
): Promise<void> {
  const awards = await viewer.db.frameworkAward.findMany({
    where: { tenantId, frameworkId },
    select: { lotId: true, tierId: true },
  });
  const used = new Set(awards.flatMap(({ lotId, tierId }) => [lotId, tierId]));
  const open = extensions.filter(({ takenOn }) => takenOn === null).map(({ nth }) => nth);
  const free = lots.filter(({ id }) => !used.has(id)).map(({ number }) => number);
  for (const [index, number] of (change.removed.lots ?? []).entries()) {
    if (free.includes(number)) continue;
    problems.add(
      `removed.lots[${index}]`,
      `“${number.slice(0, 20)}” must be a lot on which no provider is or was`,
    );
  }
  for (const [index, nth] of (change.removed.extensions ?? []).entries()) {
    if (open.includes(nth)) continue;
    problems.add(`removed.extensions[${index}]`, 'must be a right that was not taken up');
  }
  for (const [index, lot] of change.lots.entries()) {
    const before = lots.find(({ number }) => number === lot.number)?.tiers ?? [];
    checkTiersGone(problems, `lots[${index}].tiers`, { before, lot, used });
  }
}

function checkTiersGone(
  problems: InputProblems,
  path: string,
  of: {
    readonly before: LotRecord['tiers'];
    readonly lot: CheckedLot;
    readonly used: ReadonlySet<string | null>;
  },
): void {
  const kept = of.lot.tiers?.map(({ number }) => number);
  const needed = of.before.find(
    ({ id, number }) => of.used.has(id) && kept?.includes(number) === false,
  );
  if (needed) problems.add(path, `must keep ${needed.number}: providers are in it, or were`);
}
