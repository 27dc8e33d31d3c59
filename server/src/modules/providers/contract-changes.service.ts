import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { monthsOn } from '@sufficiency/shared/providers/framework-terms.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import type { ContractRecord } from './contract-record.ts';
import { canChangeContract, requireContract } from './contracts.service.ts';
import { dayFrom } from './days.ts';
import { changedMeanwhile } from './framework-changes.service.ts';
import { prices } from './framework-input.ts';
import { InputProblems } from './input-problems.ts';
import { isDemonstration } from './made-up.service.ts';

type Maybe<Value> = Value | null | undefined;

/** What can change of a block contract. Days are `YYYY-MM-DD`, prices in GBP a week for one bed. */
export interface ContractTerms {
  readonly reference?: Maybe<string>;
  readonly beds?: Maybe<number>;
  readonly startsOn?: Maybe<string>;
  readonly endsOn?: Maybe<string>;
  readonly noticeMonths?: Maybe<number>;
  readonly decisionLeadMonths?: Maybe<number>;
  /** URNs of the homes in which its beds are: those given, no others. */
  readonly services?: Maybe<readonly string[]>;
  readonly weeklyPrice?: Maybe<number>;
  readonly spotWeeklyPrice?: Maybe<number>;
  /** Rights to extend: added to those there are. */
  readonly extensions?: Maybe<
    readonly { readonly months: number; readonly decideByMonths?: Maybe<number> }[]
  >;
}

/** A block contract as somebody enters it. */
export interface NewContract extends ContractTerms {
  /** GSS code. */
  readonly authority: string;
  readonly reference: string;
  /** Key of a provider of the register. */
  readonly provider: string;
  readonly beds: number;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The public notice that names it; only what reads such notices gives one. */
  readonly source?: Maybe<string>;
}

interface Owner {
  readonly id: number;
  readonly name: string;
  readonly synthetic: boolean;
}

const months = [0, 60] as const;

/**
 * Adds a block contract of an authority of one's own.
 *
 * @throws DomainError BAD_USER_INPUT what is wrong, by path: another's authority, a provider or URN that is not in the register,
 *   an end before the start.
 * @throws DomainError CONFLICT there is one of that reference already.
 */
export async function addContract(viewer: Viewer, input: NewContract): Promise<ContractRecord> {
  requirePermission(viewer.actor, 'contract:write');
  const { actor, clock } = viewer;
  const problems = new InputProblems();
  if (!actor.authorityCodes.includes(input.authority)) {
    problems.add('authority', 'must be one that you answer for');
  }
  const provider = await ownerOf(viewer, problems, input);
  checkTerms(problems, input);
  const reference = problems.text('reference', input.reference, 60);
  problems.term('endsOn', input.startsOn, input.endsOn);
  if (provider) await checkHomes(viewer, problems, provider, input.services ?? []);
  problems.refuse();
  if (!provider) throw notFound('provider in the register', input.provider);
  await requireFree(viewer, { authorityCode: input.authority, reference });

  const { id: providerId, synthetic } = provider;
  const tenantId = actor.organisationId;
  const { id } = await viewer.db.blockContract.create({
    data: {
      ...{ tenantId, reference, providerId, synthetic, changedAt: clock.now() },
      authorityCode: input.authority,
      beds: input.beds,
      startsOn: dayFrom(input.startsOn),
      endsOn: dayFrom(input.endsOn),
      noticeMonths: input.noticeMonths ?? null,
      decisionLeadMonths: input.decisionLeadMonths ?? null,
      source: input.source ?? null,
    },
    select: { id: true },
  });
  const of = { tenantId, contractId: id };
  await storeHomes(viewer, of, input.services ?? [], synthetic);
  await storeExtensions(viewer, of, 0, input);
  await storePrice(viewer, of, input);
  await recordOwn(viewer, {
    type: 'contract.added',
    details: { id, authorities: [input.authority] },
  });
  return await requireContract(viewer, id);
}

/** What is to change of a block contract; what is absent stays. */
export interface ContractChange extends ContractTerms {
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
  /** A right to extend that is taken up: its last day moves by as many months. */
  readonly extensionTaken?: Maybe<{ readonly nth: number; readonly on: string }>;
}

/**
 * Changes a block contract of one's own.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT it changed since the version given; there is one of that reference already.
 * @throws DomainError BAD_USER_INPUT as for adding.
 */
export async function changeContract(
  viewer: Viewer,
  change: ContractChange,
): Promise<ContractRecord> {
  const before = await requireOwnContract(viewer, change);
  const { tenantId, id, synthetic, providerId } = before;
  const problems = new InputProblems();
  checkTerms(problems, change);
  const startsOn = change.startsOn ?? before.startsOn;
  const endsOn = endAfter(problems, before, change);
  problems.term('endsOn', startsOn, endsOn);
  const homes = change.services ?? null;
  if (homes !== null) {
    const owner = { id: providerId, name: before.provider.name };
    await checkHomes(viewer, problems, owner, homes);
  }
  const reference =
    change.reference == null ? before.reference : problems.text('reference', change.reference, 60);
  problems.refuse();
  if (reference !== before.reference) {
    await requireFree(viewer, { authorityCode: before.authorityCode, reference });
  }

  await moveOn(viewer, before, {
    ...{ reference, startsOn: dayFrom(startsOn), endsOn: dayFrom(endsOn) },
    ...(change.beds != null && { beds: change.beds }),
    ...(change.noticeMonths !== undefined && { noticeMonths: change.noticeMonths }),
    ...(change.decisionLeadMonths !== undefined && {
      decisionLeadMonths: change.decisionLeadMonths,
    }),
  });
  const of = { tenantId, contractId: id };
  if (homes !== null) {
    await viewer.db.blockContractService.deleteMany({ where: of });
    await storeHomes(viewer, of, homes, synthetic);
  }
  if (change.extensionTaken != null) {
    const { nth, on } = change.extensionTaken;
    const data = { takenOn: dayFrom(on) };
    await viewer.db.blockContractExtension.updateMany({ where: { ...of, nth }, data });
  }
  const known = Math.max(0, ...before.extensions.map(({ nth }) => nth));
  await storeExtensions(viewer, of, known, change);
  await storePrice(viewer, of, change);
  await recordOwn(viewer, { type: 'contract.changed', details: { id } });
  return await requireContract(viewer, id);
}

/** Its last day after the change. */
function endAfter(
  problems: InputProblems,
  { endsOn, extensions }: ContractRecord,
  change: ContractChange,
): string {
  const { extensionTaken } = change;
  if (extensionTaken == null) return change.endsOn ?? endsOn;
  const right = extensions.find(({ nth }) => nth === extensionTaken.nth);
  if (!right || right.takenOn !== null || change.endsOn != null) {
    problems.add(
      'extensionTaken.nth',
      'must be a right to extend that was not taken up, and is given without “endsOn”',
    );
    return endsOn;
  }
  return monthsOn(endsOn, right.months);
}

/** How a contract was used in a month, as somebody records it. */
export interface NewContractMonth {
  readonly id: string;
  /** The version of the contract that was seen. */
  readonly version: number;
  /** Label, for example `2026-09`. */
  readonly month: string;
  /** On its last day. Unit: beds. */
  readonly occupied: number;
  /** Unit: bed days. */
  readonly voidDays: number;
}

/**
 * Records how a contract of one's own was used in a month that has ended, or puts it right.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for changing it.
 * @throws DomainError BAD_USER_INPUT a month outside the contract, more beds occupied than contracted, more void days than
 *   the month has bed days.
 */
export async function recordContractMonth(
  viewer: Viewer,
  input: NewContractMonth,
): Promise<ContractRecord> {
  const contract = await requireOwnContract(viewer, input);
  const { tenantId, id, beds } = contract;
  const { month, occupied, voidDays } = input;
  const problems = new InputProblems();
  const days = monthWithin(viewer, problems, contract, month);
  problems.within('occupied', occupied, [0, beds]);
  problems.within('voidDays', voidDays, [0, beds * Number(days.slice(-2))]);
  problems.refuse();

  await moveOn(viewer, contract, {});
  const used = { beds, occupied, voidDays };
  await viewer.db.blockContractMonth.upsert({
    where: { tenantId_contractId_month: { tenantId, contractId: id, month } },
    create: { tenantId, contractId: id, month, monthEnd: dayFrom(days), ...used },
    update: used,
  });
  await recordOwn(viewer, { type: 'contract.monthRecorded', details: { id, periods: [month] } });
  return await requireContract(viewer, id);
}

/** The last day of a month that has ended and that the contract covers at least in part. */
function monthWithin(
  { clock }: Viewer,
  problems: InputProblems,
  { startsOn, endsOn }: ContractRecord,
  month: string,
): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    problems.add('month', 'must be a month written YYYY-MM, for example 2026-09');
    return `${today(clock).slice(0, 7)}-31`;
  }
  const lastDay = calendarMonth(month).endsOn;
  if (lastDay >= today(clock)) problems.add('month', 'must have ended');
  if (lastDay < startsOn || `${month}-01` > endsOn) {
    problems.add('month', `must be within the contract, from ${startsOn} to ${endsOn}`);
  }
  return lastDay;
}

async function requireOwnContract(
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ContractRecord> {
  requirePermission(viewer.actor, 'contract:write');
  const contract = await requireContract(viewer, id);
  // Another's is read, never changed.
  if (!canChangeContract(viewer, contract)) throw notFound('block contract of yours', id);
  if (contract.version !== version) throw changedMeanwhile('block contract', contract.version);
  return contract;
}

async function moveOn(
  viewer: Viewer,
  { tenantId, id, version }: ContractRecord,
  data: object,
): Promise<void> {
  const { count } = await viewer.db.blockContract.updateMany({
    where: { tenantId, id, version },
    data: { ...data, version: version + 1, changedAt: viewer.clock.now() },
  });
  if (count === 0) throw changedMeanwhile('block contract');
}

async function requireFree(
  viewer: Viewer,
  { authorityCode, reference }: { readonly authorityCode: string; readonly reference: string },
): Promise<void> {
  const where = { tenantId: viewer.actor.organisationId, authorityCode, reference };
  if ((await viewer.db.blockContract.count({ where })) > 0) {
    throw conflict(`You have a block contract “${reference}” already: change it instead.`);
  }
}

function checkTerms(problems: InputProblems, terms: ContractTerms): void {
  problems.within('beds', terms.beds, [1, 500]);
  problems.within('noticeMonths', terms.noticeMonths, months);
  problems.within('decisionLeadMonths', terms.decisionLeadMonths, months);
  problems.within('weeklyPrice', terms.weeklyPrice, prices);
  problems.within('spotWeeklyPrice', terms.spotWeeklyPrice, prices);
  for (const [index, right] of (terms.extensions ?? []).entries()) {
    problems.within(`extensions[${index}].months`, right.months, [1, 120]);
    problems.within(`extensions[${index}].decideByMonths`, right.decideByMonths, months);
  }
}

async function ownerOf(
  viewer: Viewer,
  problems: InputProblems,
  { provider: key, source }: NewContract,
): Promise<Owner | null> {
  const provider = await viewer.db.provider.findUnique({ where: { key } });
  if (!provider) problems.add('provider', `“${key.slice(0, 100)}” is not in the register`);
  else if (!provider.synthetic && source == null && (await isDemonstration(viewer))) {
    problems.add(
      'provider',
      'is a real one: in a demonstration, contracts that no public notice names belong to fictitious providers',
    );
  }
  return provider;
}

async function checkHomes(
  viewer: Viewer,
  problems: InputProblems,
  owner: Pick<Owner, 'id' | 'name'>,
  urns: readonly string[],
): Promise<void> {
  const rows = await viewer.db.service.findMany({
    where: { urn: { in: [...urns] } },
    select: { urn: true, providerId: true },
  });
  const found = new Map(rows.map(({ urn, providerId }) => [urn, providerId]));
  for (const [index, urn] of urns.entries()) {
    const path = `services[${index}]`;
    if (!found.has(urn)) problems.add(path, `“${urn.slice(0, 100)}” is no URN of the register`);
    else if (found.get(urn) !== owner.id) {
      problems.add(path, `“${urn}” is not of ${owner.name}, by the register`);
    }
  }
}

interface ContractKey {
  readonly tenantId: string;
  readonly contractId: string;
}

const storeHomes = (viewer: Viewer, of: ContractKey, urns: readonly string[], synthetic: boolean) =>
  viewer.db.blockContractService.createMany({
    data: [...new Set(urns)].map((urn) => ({ ...of, urn, synthetic })),
  });

const storeExtensions = (
  viewer: Viewer,
  of: ContractKey,
  known: number,
  { extensions }: ContractTerms,
) =>
  viewer.db.blockContractExtension.createMany({
    data: (extensions ?? []).map(({ months: many, decideByMonths }, index) => ({
      ...of,
      nth: known + index + 1,
      months: many,
      decideByMonths: decideByMonths ?? null,
    })),
  });

async function storePrice(
  viewer: Viewer,
  of: ContractKey,
  { weeklyPrice, spotWeeklyPrice }: ContractTerms,
): Promise<void> {
  const spot = spotWeeklyPrice === undefined ? {} : { spotWeeklyPrice };
  const changed = { ...(weeklyPrice != null && { weeklyPrice }), ...spot };
  const { count } = await viewer.db.blockContractPrice.updateMany({ where: of, data: changed });
  if (count > 0 || weeklyPrice == null) return;
  await viewer.db.blockContractPrice.create({ data: { ...of, weeklyPrice, ...spot } });
}
