import type { Prisma } from '@sufficiency/prisma/client.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import type { BreakEven } from '@sufficiency/shared/providers/break-even.ts';
import { breakEven } from '@sufficiency/shared/providers/break-even.ts';
import { dayFrom } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import {
  contractMonthsReadableBy,
  contractsReadableBy,
  pricesReadableBy,
} from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import { readExactSight } from '../sharing/sight.service.ts';
import type { ContractRecord } from './contract-record.ts';
import { contractParts, toContract } from './contract-record.ts';
import type { Page } from './frameworks.service.ts';
import { isUuid, memberCodes } from './frameworks.service.ts';

/** Which block contracts; what is absent does not matter. */
export interface ContractFilter {
  /** Code: those of its members. */
  readonly consortium?: string | null | undefined;
  /** GSS code. */
  readonly authority?: string | null | undefined;
  /** `YYYY-MM-DD`. */
  readonly inForceOn?: string | null | undefined;
}

const shownRecords = async (viewer: Viewer) =>
  (await readExactSight(viewer)).shown('RECORDS').filter(({ dataset }) => dataset === 'providers');

/** First lock: which block contracts this viewer may see today. */
const readable = async (viewer: Viewer): Promise<Prisma.BlockContractWhereInput> =>
  contractsReadableBy(viewer.actor, await shownRecords(viewer));

async function rowsWhere(
  viewer: Viewer,
  where: Prisma.BlockContractWhereInput,
  page?: Page,
): Promise<ContractRecord[]> {
  const rows = await viewer.db.blockContract.findMany({
    where: { AND: [where, await readable(viewer)] },
    include: contractParts,
    orderBy: [{ endsOn: 'asc' }, { reference: 'asc' }, { id: 'asc' }],
    ...(page && { skip: page.offset, take: page.limit }),
  });
  const contracts = rows.map(toContract);
  for (const contract of contracts) await noteContractRead(viewer, contract);
  return contracts;
}

/** Why a viewer sees a contract: “own”, or the agreement. */
export async function contractWhy(viewer: Viewer, contract: ContractRecord): Promise<string> {
  const seen = await seenBy(viewer, contract);
  return seen === null || seen === 'own' ? 'own' : seen.why;
}

const seenBy = async (viewer: Viewer, { authorityCode, endsOn }: ContractRecord) =>
  (await readExactSight(viewer)).of(authorityCode, 'providers', endsOn);

async function noteContractRead(viewer: Viewer, contract: ContractRecord): Promise<void> {
  const seen = await seenBy(viewer, contract);
  if (seen === null || seen === 'own') return;
  noteRead(viewer, {
    tenantId: contract.tenantId,
    dataset: 'providers',
    agreement: seen.agreement,
    authorities: [contract.authorityCode],
    indicators: [],
    periods: [],
  });
}

/** Block contracts by their ids, in the same order; null where there is none, or this viewer may not see it. */
export async function findContracts(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(ContractRecord | null)[]> {
  const known = ids.filter(isUuid);
  if (!viewer.actor.permissions.has('provider:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const records = await rowsWhere(viewer, { id: { in: known } });
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/** @throws DomainError NOT_FOUND there is none that the viewer may see. */
export async function requireContract(viewer: Viewer, id: string): Promise<ContractRecord> {
  const [contract] = await findContracts(viewer, [id]);
  if (!contract) throw notFound('block contract', id);
  return contract;
}

/**
 * Block contracts that the viewer may see, the one that ends next first.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listContracts(
  viewer: Viewer,
  filter: ContractFilter,
  page?: Page,
): Promise<ContractRecord[]> {
  requirePermission(viewer.actor, 'provider:read');
  return await rowsWhere(viewer, await filtered(viewer, filter), page);
}

/** How many there are. */
export async function countContracts(viewer: Viewer, filter: ContractFilter): Promise<number> {
  requirePermission(viewer.actor, 'provider:read');
  const where = { AND: [await filtered(viewer, filter), await readable(viewer)] };
  return await viewer.db.blockContract.count({ where });
}

async function filtered(
  viewer: Viewer,
  { consortium, authority, inForceOn }: ContractFilter,
): Promise<Prisma.BlockContractWhereInput> {
  const members = consortium == null ? null : await memberCodes(viewer, consortium);
  const day = inForceOn == null ? null : dayFrom(inForceOn);
  return {
    AND: [
      ...(members === null ? [] : [{ authorityCode: { in: members } }]),
      ...(authority == null ? [] : [{ authorityCode: authority }]),
      ...(day === null ? [] : [{ startsOn: { lte: day }, endsOn: { gte: day } }]),
    ],
  };
}

/** How a block contract was used in a month. */
export interface ContractMonth {
  /** Label, for example `2026-09`. */
  readonly month: string;
  /** Paid for. Unit: beds. */
  readonly beds: number;
  /** On the last day. Unit: beds. */
  readonly occupied: number;
  /** Unit: bed days. */
  readonly voidDays: number;
  /** Bed days paid for. */
  readonly bedDays: number;
}

const monthsByContract = inBatches(async (viewer: Viewer, ids: readonly string[]) => {
  const shown = await shownRecords(viewer);
  const rows = await viewer.db.blockContractMonth.findMany({
    where: {
      AND: [contractMonthsReadableBy(viewer.actor, shown), { contractId: { in: [...ids] } }],
    },
    orderBy: { month: 'asc' },
  });
  return Map.groupBy(rows, ({ contractId }) => contractId);
});

/** How a contract was used month by month, as far back as the viewer may see. */
export const monthsOf = async (viewer: Viewer, { id }: ContractRecord): Promise<ContractMonth[]> =>
  ((await monthsByContract(viewer, id)) ?? []).map(({ monthEnd, ...row }) => ({
    ...row,
    bedDays: row.beds * monthEnd.getUTCDate(),
  }));

/** What a block contract costs for each bed. Unit: GBP a week. */
export interface ContractPrice {
  readonly weeklyPrice: number;
  /** Null where one does not know it. */
  readonly spotWeeklyPrice: number | null;
}

const pricesByContract = inBatches(async (viewer: Viewer, ids: readonly string[]) => {
  const rows = await viewer.db.blockContractPrice.findMany({
    where: { AND: [pricesReadableBy(viewer.actor), { contractId: { in: [...ids] } }] },
  });
  return new Map(rows.map((row) => [row.contractId, row]));
});

/** What an own contract costs; null for anybody else's. */
export async function priceOfContract(
  viewer: Viewer,
  { id }: ContractRecord,
): Promise<ContractPrice | null> {
  const row = await pricesByContract(viewer, id);
  if (row === null) return null;
  return {
    weeklyPrice: row.weeklyPrice.toNumber(),
    spotWeeklyPrice: row.spotWeeklyPrice?.toNumber() ?? null,
  };
}

/** When a contract's beds are as dear as spot, and how it has gone over all months recorded; null but for one's own. */
export async function breakEvenOf(
  viewer: Viewer,
  contract: ContractRecord,
): Promise<BreakEven | null> {
  const price = await priceOfContract(viewer, contract);
  if (price === null) return null;
  const months = await monthsOf(viewer, contract);
  const sum = (of: (month: ContractMonth) => number) =>
    months.reduce((total, month) => total + of(month), 0);
  return breakEven({
    ...price,
    bedDays: sum(({ bedDays }) => bedDays),
    voidDays: sum(({ voidDays }) => voidDays),
  });
}

/** True where this viewer could change a contract. */
export const canChangeContract = ({ actor }: Viewer, { tenantId }: ContractRecord): boolean =>
  actor.permissions.has('contract:write') && tenantId === actor.organisationId;
