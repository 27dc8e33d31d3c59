import { badInput, DomainError } from '@sufficiency/shared/errors.ts';
import { frameworksHeldBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { addAwards, endAward } from './award-changes.service.ts';
import type { NewAward } from './award-checks.service.ts';
import { mostAwards } from './award-checks.service.ts';
import { addContract, changeContract } from './contract-changes.service.ts';
import { recordContractMonth } from './contract-months.service.ts';
import type { ContractPlan, KnownAward, PlannedPurchase } from './purchase-plan.ts';
import { pricePerBed } from './purchase-plan.ts';
import type { ContractRow, MembershipRow } from './purchase-rows.ts';

export interface PlannedMembership extends PlannedPurchase {
  readonly of: MembershipRow;
  /** Key. */
  readonly provider: string;
  readonly award: KnownAward | null;
}

export interface PlannedContract extends ContractPlan {
  readonly of: ContractRow;
  /** Key. */
  readonly provider: string;
}

/** Runs what one row asks for; a refusal names the row. */
async function forRow<Result>(
  { table, row }: PlannedPurchase,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw badInput(`Row ${row} of ${table}: ${error.message}`, { row: row ?? 0, table });
  }
}

/** Ends memberships of frameworks of one’s own, then adds those of a framework together. */
export async function applyMemberships(
  viewer: Viewer,
  memberships: readonly PlannedMembership[],
): Promise<void> {
  for (const planned of memberships) {
    const { outcome, award, of } = planned;
    if (outcome !== 'ENDED' || !award || of.endsOn === null) continue;
    const { id, version } = award;
    const endsOn = of.endsOn;
    await forRow(planned, () => endAward(viewer, { id, version, endsOn }));
  }
  const added = memberships.filter(({ outcome }) => outcome === 'NEW');
  for (const [reference, all] of Map.groupBy(added, ({ of }) => of.framework)) {
    for (let first = 0; first < all.length; first += mostAwards) {
      await addMemberships(viewer, reference, all.slice(first, first + mostAwards));
    }
  }
}

async function addMemberships(
  viewer: Viewer,
  reference: string,
  memberships: readonly PlannedMembership[],
): Promise<void> {
  const { id, version } = await viewer.db.framework.findFirstOrThrow({
    where: { ...frameworksHeldBy(viewer.actor), reference },
    select: { id: true, version: true },
  });
  const awards = memberships.map(
    ({ of, provider }): NewAward => ({
      lot: of.lot,
      tier: of.tier === null ? null : Number(of.tier),
      provider,
      startsOn: of.startsOn,
      endsOn: of.endsOn,
      services: of.urn === null ? [] : [of.urn],
    }),
  );
  try {
    await addAwards(viewer, { id, version }, awards);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw badInput(
      error.message.replaceAll(
        /awards\[(\d+)\](?:\.(\w+)(?:\[\d+\])?)?/g,
        (_path, index, field) => {
          const { table, row } = memberships[Number(index)] as PlannedMembership;
          return `Row ${row} of ${table}${field ? `, ${field},` : ''}`;
        },
      ),
      { table: 'framework-memberships' },
    );
  }
}

/** Adds and changes block contracts of an authority of one’s own, and records how they were used, row by row. */
export async function applyContracts(
  viewer: Viewer,
  { authority, month }: { readonly authority: string; readonly month: string },
  contracts: readonly PlannedContract[],
): Promise<void> {
  for (const planned of contracts) {
    if (planned.outcome === 'UNCHANGED') continue;
    await forRow(planned, async () => {
      const { id, version } = await keepContract(viewer, authority, planned);
      const { occupied, voidDays } = planned.of;
      if (!planned.writesUse || occupied === null || voidDays === null) return;
      await recordContractMonth(viewer, { id, version, month, occupied, voidDays });
    });
  }
}

async function keepContract(
  viewer: Viewer,
  authority: string,
  { of, provider, contract, writesTerms }: PlannedContract,
): Promise<{ readonly id: string; readonly version: number }> {
  if (contract && !writesTerms) return contract;
  const price = pricePerBed(of);
  const terms = {
    beds: of.beds ?? 0,
    startsOn: of.startsOn,
    endsOn: of.endsOn ?? of.startsOn,
    ...(of.urn !== null && { services: [of.urn] }),
    ...(price !== null && { weeklyPrice: price }),
  };
  if (contract) {
    const { id, version } = contract;
    return await changeContract(viewer, { id, version, ...terms });
  }
  return await addContract(viewer, { authority, reference: of.reference, provider, ...terms });
}
