import type { AuthorityCounts } from './authority-counts.ts';
import type { Insider } from './insiders.ts';
import { heldExactly } from './insiders.ts';
import type { Attacker } from './release-problem.ts';

/**
 * Everybody a release is protected against, by what they know besides all that is released: nothing more; an organisation
 * its own exact figures and those that agreements show it; a provider its own part of others' figures; and each two
 * organisations together theirs. Somebody with no figures of their own who is shown all of them is none: nothing is kept
 * from them.
 *
 * @param known.names what organisations are called, by id.
 */
export function attackersOf(
  all: readonly AuthorityCounts[],
  known: {
    readonly names?: ReadonlyMap<string, string> | undefined;
    readonly insiders?: readonly Insider[] | undefined;
  } = {},
): readonly Attacker[] {
  const nameOf = (organisation: string) => known.names?.get(organisation) ?? organisation;
  const holders = [...heldExactly(all, known.insiders ?? [])]
    .map(([organisation, held]) => holderOf(all, { organisation, held, nameOf }))
    .filter(({ owns, isShownAll }) => owns || !isShownAll);
  return [
    { name: 'everybody', kind: 'public', knows: [], width: 4 },
    ...holders.map(
      (holder): Attacker => ({
        name: holder.name,
        kind: 'member',
        knows: holder.knows,
        ...(holder.shown.length > 0 && {
          words: `${holder.owns ? 'its own exact figures and those' : 'the exact figures'} of ${listed(holder.shown)}`,
        }),
        width: 4,
      }),
    ),
    ...providersOf(all),
    ...holders.flatMap((one, nth) =>
      holders.slice(nth + 1).map((other): Attacker => pairOf(one, other)),
    ),
  ];
}

/** An organisation that holds exact figures. */
interface Holder {
  readonly name: string;
  readonly knows: readonly number[];
  readonly owns: boolean;
  /** Names of others whose figures it is shown. */
  readonly shown: readonly string[];
  readonly isShownAll: boolean;
}

function holderOf(
  all: readonly AuthorityCounts[],
  {
    organisation,
    held,
    nameOf,
  }: {
    readonly organisation: string;
    readonly held: ReadonlySet<string>;
    readonly nameOf: (organisation: string) => string;
  },
): Holder {
  const theirs = all.filter(
    ({ authority, shownTo }) => held.has(authority) || shownTo?.includes(organisation),
  );
  const others = theirs.filter((one) => one.organisation !== organisation);
  return {
    name: nameOf(organisation),
    knows: [...new Set(theirs.flatMap(({ variables }) => variables))],
    owns: others.length < theirs.length,
    shown: [...new Set(others.map((one) => nameOf(one.organisation)))].toSorted(),
    isShownAll: theirs.length === all.length,
  };
}

function pairOf(one: Holder, other: Holder): Attacker {
  const shown = [...new Set([...one.shown, ...other.shown])]
    .filter((name) => name !== one.name && name !== other.name)
    .toSorted();
  return {
    name: `${one.name} with ${other.name}`,
    kind: 'pair',
    knows: [...new Set([...one.knows, ...other.knows])],
    ...(shown.length > 0 && {
      words: `the exact figures of both and those of ${listed(shown)}`,
    }),
    width: 1,
  };
}

const listed = (names: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);

function providersOf(all: readonly AuthorityCounts[]): Attacker[] {
  const contributions = all.flatMap((one) => one.contributions);
  // A certificate is read by who may not know who provides for whom: providers are counted, not named.
  return [...new Set(contributions.map(({ provider }) => provider))].toSorted().map((who, nth) => ({
    name: `provider ${nth + 1}`,
    kind: 'provider',
    knows: [],
    atLeast: contributions
      .filter(({ provider, least }) => provider === who && least > 0)
      .map(({ variable, least }) => [variable, least]),
    width: 4,
  }));
}
