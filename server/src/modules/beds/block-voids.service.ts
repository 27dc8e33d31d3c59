import { badInput } from '@sufficiency/shared/errors.ts';
import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { listContracts, priceOfContract } from '../providers/contracts.service.ts';
import { noteHomes, readBedSight } from './bed-sight.service.ts';
import type { BlockMonthRow } from './block-voids.queries.ts';
import { blockMonths } from './block-voids.queries.ts';
import type { VoidDays, VoidMonth } from './block-voids.ts';
import { voidMonths, voidsTogether } from './block-voids.ts';

type Maybe<Value> = Value | null | undefined;

/** Which days, `YYYY-MM-DD`, and authorities; what is absent is the last twelve months, and all one's own. */
export interface BlockVoidsAsked {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  /** GSS codes of authorities one answers for. */
  readonly authorities?: Maybe<readonly string[]>;
}

type ContractRecord = Awaited<ReturnType<typeof listContracts>>[number];

/** A contract and what of it was paid for and empty. */
export interface ContractVoids {
  readonly contract: ContractRecord;
  /** Of days on which places were its own alone; null where nothing is known. */
  readonly total: VoidDays | null;
  readonly months: readonly VoidMonth[];
  /** What is not known, and why; null where all is. */
  readonly why: string | null;
}

export interface BlockVoids {
  readonly from: string;
  readonly to: string;
  readonly contracts: readonly ContractVoids[];
  /** Of all contracts of which something is known; null where there is none. */
  readonly total: VoidDays | null;
  readonly synthetic: boolean;
}

/** Longest span in one answer. Unit: days. */
const longest = 1_900;

/**
 * Days on which beds of one's own block contracts were paid for and empty, and what was paid for them: as each day ended; in
 * homes of others as far back as an agreement shows them, of which their holders' logs are told.
 *
 * @unit   place-days; GBP, by the contract's own price for a bed and week.
 * @source blocks of homes as they were when each day ended (`home_block`), and one's own contracts.
 * @throws DomainError FORBIDDEN the role reads no contracts.
 * @throws DomainError BAD_USER_INPUT days that have not ended, or too many.
 */
export async function readBlockVoids(viewer: Viewer, asked: BlockVoidsAsked): Promise<BlockVoids> {
  requirePermission(viewer.actor, 'beds:read');
  const { from, to } = daysOf(asked, today(viewer.clock));
  const { organisationId, authorityCodes } = viewer.actor;
  const contracts = (await listContracts(viewer, {})).filter(
    ({ tenantId, authorityCode, startsOn, endsOn }) =>
      tenantId === organisationId &&
      authorityCodes.includes(authorityCode) &&
      (asked.authorities?.includes(authorityCode) ?? true) &&
      startsOn <= to &&
      endsOn >= from,
  );
  const rows = await viewer.operation.rows<BlockMonthRow>(
    blockMonths(
      contracts.flatMap(({ id, authorityCode, services, startsOn, endsOn }) =>
        services.map(({ urn }) => ({
          ...{ contractId: id, authorityCode, urn },
          startsOn,
          endsOn,
        })),
      ),
      { actor: viewer.actor, shown: (await readBedSight(viewer)).shown, from, to },
    ),
  );
  await noteHomes(
    viewer,
    rows.map((row) => ({ ...row, providerId: null })),
  );
  const known = await Promise.all(
    contracts.map((contract) => voidsOf(viewer, contract, { contracts, rows })),
  );
  const totals = known.flatMap(({ total }) => total ?? []);
  return {
    ...{ from, to },
    contracts: known,
    total: totals.length > 0 ? voidsTogether(totals) : null,
    synthetic: contracts.some(({ synthetic }) => synthetic),
  };
}

function daysOf({ from, to }: BlockVoidsAsked, day: string) {
  const last = to ?? daysAfter(day, -1);
  if (last >= day) throw badInput('to must be a day that has ended.');
  const first = from ?? daysAfter(last, -364);
  if (first > last) throw badInput('from must not be after to.');
  if (daysAfter(first, longest) <= last) throw badInput(`Ask for ${longest} days at most.`);
  return { from: first, to: last };
}

async function voidsOf(
  viewer: Viewer,
  contract: ContractRecord,
  {
    contracts,
    rows,
  }: { readonly contracts: readonly ContractRecord[]; readonly rows: readonly BlockMonthRow[] },
): Promise<ContractVoids> {
  const own = rows.filter(({ contractId }) => contractId === contract.id);
  const why = leftOutOf(contract, contracts);
  if (own.length === 0) {
    return { contract, total: null, months: [], why: `not available: ${why ?? nothingKnown}` };
  }
  const price = await priceOfContract(viewer, contract);
  const months = voidMonths(own, price?.weeklyPrice ?? null);
  return {
    contract,
    total: voidsTogether(months),
    months,
    why: why && `Without what is not known: ${why}.`,
  };
}

const nothingKnown =
  'no place of its homes was recorded as its block on these days, or you do not see them';

/** What of a contract cannot be told from other contracts: days on which another ran for the same home; null where none did. */
function leftOutOf(contract: ContractRecord, contracts: readonly ContractRecord[]): string | null {
  const shared = contracts.flatMap((other) => {
    const urns = new Set(other.services.map(({ urn }) => urn));
    const isAtOnce = contract.startsOn <= other.endsOn && other.startsOn <= contract.endsOn;
    return other !== contract && other.authorityCode === contract.authorityCode && isAtOnce
      ? contract.services.flatMap(({ urn }) =>
          urns.has(urn) ? [`of home ${urn} while contract ${other.reference} ran too`] : [],
        )
      : [];
  });
  return shared.length === 0
    ? null
    : `places do not say which of two contracts they are of: ${shared.join('; ')}`;
}
