import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import type { MadePlaces } from './demonstration-household.ts';

/** Why places cannot be used. */
const reasons: Weights = {
  ...{ 'SHARED-ROOM': 22, 'NEEDS-OF-CHILD': 26, 'CARER-BREAK': 16, 'CARER-ILLNESS': 9 },
  ...{ INVESTIGATION: 6, HOUSING: 8, 'STAYING-PUT': 8, OTHER: 3, NK: 2 },
};

/** Of places that are not filled, so many can be offered. */
const vacantShare = 0.4;

/** What is known of a household's approval. */
interface Approval {
  readonly approvedOn: string;
  /** When it was approved for more; null where it was not. */
  readonly changedOn: string | null;
  readonly size: number;
  readonly places: number;
  /** When it ended; null where it has not. */
  readonly until: string | null;
}

/**
 * How a household's places were used, from its approval or the first day that it is known of, to a day: about as many are
 * filled as the published share, and what changes, changes every few months.
 */
export function placesOf(
  { approvedOn, changedOn, size, places, until }: Approval,
  {
    chance,
    filledShare,
    since,
    day,
  }: {
    readonly chance: Chance;
    readonly filledShare: number;
    readonly since: string;
    readonly day: string;
  },
): readonly MadePlaces[] {
  const first = approvedOn < since ? since : approvedOn;
  const days = [first];
  for (let at = first; at <= day; at = daysAfter(at, chance.between(150, 420))) days.push(at);
  if (changedOn !== null) days.push(changedOn);
  return [...new Set(days)]
    .toSorted()
    .filter((from) => from <= day && (until === null || from < until))
    .map((from) => ({
      from,
      ...used(changedOn !== null && from >= changedOn ? places : size, filledShare, chance),
    }));
}

function used(places: number, filledShare: number, chance: Chance): Omit<MadePlaces, 'from'> {
  const counts = { filled: 0, vacant: 0, unavailable: 0 };
  const rest = 100 - filledShare;
  for (let place = 0; place < places; place += 1) {
    const kind = chance.weighed({
      filled: filledShare,
      vacant: rest * vacantShare,
      unavailable: rest * (1 - vacantShare),
    });
    counts[kind as keyof typeof counts] += 1;
  }
  const reason = chance.weighed(reasons);
  return { ...counts, reason: counts.unavailable > 0 ? reason : null };
}
