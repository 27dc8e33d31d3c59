/** Who is on a lot, as counted here. */
interface CountedLot {
  readonly number: string;
  readonly memberships: number;
}

/** What is counted here of a framework, and what its source prints; null where one does not know. */
interface FrameworkCounts {
  /** In the order of the lots; null where who is on it is not shared with the viewer. */
  readonly lots: readonly CountedLot[] | null;
  /** Distinct providers; null as above. */
  readonly providers: number | null;
  readonly printedProviders: number | null;
  readonly printedMemberships: number | null;
}

const memberships = (count: number) => `${count} ${count === 1 ? 'membership' : 'memberships'}`;
const providersIn = (count: number) => `${count} ${count === 1 ? 'provider' : 'providers'}`;

/**
 * Why lot memberships and providers are different numbers, and how both stand to what is printed, in sentences.
 */
export function countsExplained(counts: FrameworkCounts): string {
  return [counted(counts), printed('providers', counts), printed('memberships', counts)]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function counted({ lots, providers }: FrameworkCounts): string {
  if (lots === null || providers === null) return 'Who is on it is not shared with you.';
  const total = sumOf(lots);
  if (total === 0) return 'Nobody is recorded as being on it today.';
  const sum =
    lots.length > 1 ? `${lots.map((lot) => lot.memberships).join(' + ')} = ${total}` : `${total}`;
  const held = `${sum} ${total === 1 ? 'membership' : 'memberships'} of lots, held by ${providersIn(providers)}:`;
  return providers === total
    ? `${held} each is on one lot.`
    : `${held} whoever is on several lots counts once for each, so ${memberships(total)} ${total === 1 ? 'is' : 'are'} not ${providersIn(total)}.`;
}

const sumOf = (lots: readonly CountedLot[]) => lots.reduce((sum, lot) => sum + lot.memberships, 0);

function printed(what: 'providers' | 'memberships', counts: FrameworkCounts): string | null {
  const said = what === 'providers' ? counts.printedProviders : counts.printedMemberships;
  if (said === null) return null;
  const own = what === 'providers' ? counts.providers : counts.lots && sumOf(counts.lots);
  const prints = `Its source prints ${said} ${what}`;
  if (own === null || own === 0) return `${prints}.`;
  return own === said ? `${prints}, as counted here.` : `${prints}; ${own} are counted here.`;
}
