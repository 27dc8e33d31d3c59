import type { ConcentrationMeasure, Exposure, GroupLine } from './exposure-queries.ts';
import type { Held } from './exposure-view.ts';
import { amountOf } from './exposure-view.ts';
import { count, counted, price } from './market-words.ts';
import { joined, judgementShort } from './service-words.ts';

/** What is held, as choices, headings and sentences have it. */
export const heldTitle: Readonly<Record<Held, string>> = {
  places: 'Registered places of children’s homes',
  placements: 'Placements that you see',
  spend: 'What you pay in a week',
};

const measured: Readonly<Record<ConcentrationMeasure['of'], Held>> = {
  PLACES: 'places',
  PLACEMENTS: 'placements',
  SPEND: 'spend',
};

/** What a measure of concentration is of. */
export const heldOf = ({ of }: Pick<ConcentrationMeasure, 'of'>): Held => measured[of];

/** Who holds it, as a measure counts them. */
export const holderTitle: Readonly<Record<ConcentrationMeasure['by'], string>> = {
  PRINTED: 'Owners as the register prints them',
  OWNER: 'Legal owners, however they are spelt',
  GROUP: 'Provider groups',
};

/** How much of something a group has, as a person reads it. */
export const amountText = (of: Held, amount: number): string =>
  of === 'spend' ? price(amount) : count(amount);

/** How many holders of equal size would give an index: what the index says in words. Null where there is none. */
export const equalHolders = (index: number | null): number | null =>
  index === null || index <= 0 ? null : Math.round(10_000 / index);

/** How concentrated the places are, in a sentence before any figure. */
export function exposureSentence({ measures }: Pick<Exposure, 'measures'>, name: string): string {
  const places = measures.find(({ of, by }) => of === 'PLACES' && by === 'GROUP');
  const equal = places ? equalHolders(places.index.value) : null;
  if (!places || equal === null) {
    return `The register has no children’s home in ${name} whose places and owner are known.`;
  }
  return `The largest five of ${counted(places.owners, 'provider group')} have ${places.topFiveShare.text} of the ${count(places.total)} registered places of children’s homes in ${name}. The places are spread as if ${counted(equal, 'group')} of equal size had them.`;
}

/** Whose placements or spending a measure is of, where that is not all members. */
export function whoseMeasure({ of, authorities }: ConcentrationMeasure): string {
  if (of === 'PLACES') return 'all members’ areas';
  return authorities.length === 0
    ? 'nobody’s that you see'
    : joined(authorities.map(({ name }) => name));
}

/** What judgements a group’s services have: “2 Outstanding, 13 Good”. */
export const judgementsInWords = ({ judgements }: Pick<GroupLine, 'judgements'>): string =>
  judgements
    .map(({ judgement, services }) => `${count(services)} ${judgementShort(judgement)}`)
    .join(', ') || 'none judged';

/** Placements of a group: all members’, or at least so many, or why none is seen. */
export function placementsText({ placements, placementsAtLeast }: GroupLine): string | null {
  if (placements.value !== null) return placements.text;
  return placementsAtLeast > 0 ? `at least ${count(placementsAtLeast)}` : null;
}

/** What a picture of the largest says, in one sentence. */
export function largestSentence(groups: readonly GroupLine[], of: Held): string {
  const [first, second] = groups;
  if (!first) return 'No group has any that you see.';
  const told = (group: GroupLine) => `${group.name} has ${amountText(of, amountOf(group, of))}`;
  return second ? `${told(first)}, ${told(second)}.` : `${told(first)}.`;
}

/** What a failure is known to touch, short enough to stand beside the group’s name. */
export function touchedHeading(whatIf: {
  readonly placementsAtLeast: number;
  readonly authorities: readonly unknown[];
  readonly notSharing: readonly unknown[];
}): string {
  const { placementsAtLeast, authorities, notSharing } = whatIf;
  if (placementsAtLeast === 0) {
    return notSharing.length > 0 ? 'No placement that you see' : 'No placement';
  }
  return `${notSharing.length > 0 ? 'At least ' : ''}${counted(placementsAtLeast, 'placement')} of ${counted(authorities.length, 'authority', 'authorities')}`;
}
