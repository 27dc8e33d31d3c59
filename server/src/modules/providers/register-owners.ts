import type { OwnerName } from '@sufficiency/shared/providers/owner-name.ts';
import { readOwnerName } from '@sufficiency/shared/providers/owner-name.ts';

/** Owners that a register names, each once, with the group each belongs to. */
export interface OwnersOfRegister {
  readonly groups: readonly {
    readonly key: string;
    readonly rolledUp: string;
    readonly name: string;
  }[];
  readonly providers: readonly {
    readonly key: string;
    readonly group: string;
    readonly name: string;
    readonly companyNumber: string | null;
  }[];
  readonly spellings: readonly { readonly provider: string; readonly name: string }[];
  /** Who is meant by a printed name. */
  readonly find: (printed: string | null) => OwnerName | null;
}

/** What is the same for all owners of a group. */
export const rolledUp = ({ groupKey }: Pick<OwnerName, 'groupKey'>): string =>
  groupKey.replaceAll('-', '');

/**
 * Owners and groups of the printed names, one for each service. Where one owner is spelt in several ways, the commonest
 * spelling gives the name.
 */
export function ownersOfRegister(printed: readonly (string | null)[]): OwnersOfRegister {
  const times = Map.groupBy(
    printed.filter((name) => name !== null),
    (name) => name,
  );
  const owners = [...times]
    .sort(([one, often], [other, seldom]) => seldom.length - often.length || (one < other ? -1 : 1))
    .flatMap(([name]) => readOwnerName(name) ?? []);
  const byPrinted = new Map(owners.map((owner) => [owner.printed, owner]));
  const byGroup = Map.groupBy(owners, rolledUp);
  const byKey = Map.groupBy(owners, ({ key }) => key);

  return {
    groups: [...byGroup].flatMap(([group, [first]]) =>
      first ? [{ key: first.groupKey, rolledUp: group, name: first.groupName }] : [],
    ),
    providers: [...byKey].flatMap(([key, spelt]) => {
      const [first] = spelt;
      const number = spelt.find(({ companyNumber }) => companyNumber !== null);
      return first
        ? [
            {
              key,
              group: rolledUp(first),
              name: first.name,
              companyNumber: number?.companyNumber ?? null,
            },
          ]
        : [];
    }),
    spellings: owners.map((owner) => ({ provider: owner.key, name: owner.printed })),
    find: (name) => (name === null ? null : (byPrinted.get(name) ?? null)),
  };
}
