import type { GroupLine } from './exposure-queries.ts';

const held = ['places', 'placements', 'spend'] as const;

/** What of provider groups is looked at: registered places, placements, or what one’s own organisation pays. */
export type Held = (typeof held)[number];

/** What the page about exposure shows. */
export interface ExposureView {
  readonly of: Held;
  /** Key of the group that is thought to fail; null where none is. */
  readonly group: string | null;
  /** Every group, not only those with most. */
  readonly all: boolean;
}

/** The view that an address holds; what cannot be read is as if it were not there. */
export function exposureView(address: URLSearchParams): ExposureView {
  const group = address.get('group') ?? '';
  return {
    of: held.find((one) => one === address.get('of')) ?? 'places',
    group: /^[a-z0-9-]{1,200}$/.test(group) ? group : null,
    all: address.get('all') === 'yes',
  };
}

/** The query string of a view, without what goes without saying. */
export function exposureSearch({ of, group, all }: ExposureView): URLSearchParams {
  const search = new URLSearchParams();
  if (of !== 'places') search.set('of', of);
  if (group !== null) search.set('group', group);
  if (all) search.set('all', 'yes');
  return search;
}

/** How much of something a group holds, as far as it is known; zero where nothing is. */
export function amountOf(group: GroupLine, of: Held): number {
  if (of === 'places') return group.places ?? 0;
  return of === 'placements' ? group.placementsAtLeast : (group.spend.value ?? 0);
}

/** Groups that hold some of it, those with most first. Places are the public register’s: of real groups alone. */
export const holdersOf = (groups: readonly GroupLine[], of: Held): readonly GroupLine[] =>
  groups
    .filter((group) => amountOf(group, of) > 0 && !(of === 'places' && group.synthetic))
    .toSorted(
      (one, other) =>
        amountOf(other, of) - amountOf(one, of) || one.name.localeCompare(other.name, 'en-GB'),
    );
