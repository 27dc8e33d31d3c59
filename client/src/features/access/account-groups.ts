/** An account of the demonstration, as the sign-in page lists it. */
export interface ListedAccount {
  readonly account: string;
  readonly organisation: string;
  readonly role: string;
  readonly purpose: string;
  readonly consortium: string | null;
}

export interface OrganisationAccounts {
  readonly organisation: string;
  readonly accounts: readonly ListedAccount[];
}

export interface ConsortiumAccounts {
  /** Null for organisations outside the consortia. */
  readonly consortium: string | null;
  readonly organisations: readonly OrganisationAccounts[];
}

/** A consortium's code as people write it: `d2n2` is D2N2, `west-midlands` is West Midlands. */
export const consortiumTitle = (code: string): string =>
  code
    .split('-')
    .map((word) =>
      /\d/.test(word) ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1),
    )
    .join(' ');

/** With whom to begin: one account for each way of seeing the platform. */
const startingAccounts: readonly string[] = [
  'commissioner.nottinghamshire',
  'hub-analyst.west-midlands',
  'reviewer.d2n2',
];

/** The accounts to begin with, those there are, and after them the first provider's. */
export function startHere(accounts: readonly ListedAccount[]): ListedAccount[] {
  const provider = accounts.find(({ account }) => account.startsWith('provider'));
  return [...startingAccounts, provider?.account].flatMap(
    (name) => accounts.find(({ account }) => account === name) ?? [],
  );
}

const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether every word of the search occurs somewhere in what the page shows of the account. */
function matches(listed: ListedAccount, search: string): boolean {
  const { account, organisation, role, purpose, consortium } = listed;
  const text = plain([account, organisation, role, purpose, consortium ?? ''].join(' '));
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Accounts that match a search, by consortium and organisation, in the order in which they came. */
export function groupAccounts(
  accounts: readonly ListedAccount[],
  search: string,
): ConsortiumAccounts[] {
  const found = accounts.filter((listed) => matches(listed, search));
  const consortia = Map.groupBy(found, ({ consortium }) => consortium);
  return [...consortia]
    .toSorted(([one], [other]) => Number(one === null) - Number(other === null))
    .map(([consortium, members]) => ({
      consortium,
      organisations: [...Map.groupBy(members, ({ organisation }) => organisation)].map(
        ([organisation, own]) => ({ organisation, accounts: own }),
      ),
    }));
}
