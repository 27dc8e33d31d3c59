/** Something that belongs to somebody: the places of a home, or the placements in it. */
export interface Holding {
  /** Who holds it, by any key; null where that is not known. */
  readonly owner: string | number | null;
  /** How much; null where that is not known. */
  readonly amount: number | null;
}

/** How much of something is in few hands. */
export interface Concentration {
  /** Sum of the squares of all owners' shares in percent, from 0 to 10,000; null where nothing is known to be held. */
  readonly index: number | null;
  /** Share of the five largest owners together. Unit: percent. Null where nothing is known to be held. */
  readonly topFiveShare: number | null;
  /** Different owners of something whose amount is known. */
  readonly owners: number;
  /** What is known of owners that are known, added up: what shares are of. */
  readonly total: number;
  /** Holdings whose amount or owner is not known. They are in no share: unknown is not nothing. */
  readonly unknown: number;
}

/**
 * The Herfindahl–Hirschman index and the share of the largest five, of what is known.
 *
 * Neither is rounded.
 */
export function concentrationOf(holdings: readonly Holding[]): Concentration {
  const held = new Map<string | number, number>();
  let unknown = 0;
  for (const { owner, amount } of holdings) {
    if (owner === null || amount === null) unknown += 1;
    else held.set(owner, (held.get(owner) ?? 0) + amount);
  }
  const amounts = [...held.values()].sort((one, other) => other - one);
  const total = sum(amounts);
  const counted = { owners: held.size, total, unknown };
  if (total === 0) return { ...counted, index: null, topFiveShare: null };
  const shares = amounts.map((amount) => (amount / total) * 100);
  return {
    ...counted,
    index: sum(shares.map((share) => share ** 2)),
    topFiveShare: sum(shares.slice(0, 5)),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((so, far) => so + far, 0);
