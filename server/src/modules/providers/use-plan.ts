import type { AuthorityRecord } from '@sufficiency/shared/authorities/authority.ts';
import { services, sourcings } from '@sufficiency/shared/returns/code-lists/sourcing-codes.ts';
import type { KnownRegister, PlannedPurchase, PurchaseProblem } from './purchase-plan.ts';
import { ownerProblems } from './purchase-plan.ts';
import type { UseFileRow } from './purchase-rows.ts';

const table = 'placements-by-provider';

/** As many rows of a month are kept. */
const mostRows = 10_000;

/** Placements with a provider, in a home, an area and a service, sourced in one way. */
export interface UseOfProvider {
  /** Key of the provider. */
  readonly provider: string;
  readonly urn: string | null;
  /** GSS code. */
  readonly host: string | null;
  readonly service: string;
  readonly sourcing: string;
  readonly placements: number;
  /** Of all of them. Unit: GBP a week. Null where it is not known. */
  readonly weeklyCost: number | null;
}

/** As it is recorded, with the provider's name. */
export type KnownUse = UseOfProvider & { readonly name: string };

/** What a file says of a month: why it cannot be used, or what becomes of each row and what the month has then. */
export interface UsePlan {
  readonly problems: readonly PurchaseProblem[];
  readonly items: readonly PlannedPurchase[];
  readonly uses: readonly UseOfProvider[];
}

/** Compares a month as a file says it with the month as it is recorded: what the file has not, goes. */
export function planUse(
  rows: readonly UseFileRow[],
  known: readonly KnownUse[],
  {
    register,
    authorities,
  }: {
    readonly register: KnownRegister;
    readonly authorities: readonly AuthorityRecord[];
  },
): UsePlan {
  // A file without a row is sooner a mistake than an authority that buys nothing: it takes no month away.
  if (rows.length === 0 || rows.length > mostRows) {
    const message = `Placements by provider has ${rows.length} rows: send 1 to ${mostRows} for a month.`;
    return { problems: [{ table, row: null, column: null, message }], items: [], uses: [] };
  }
  const before = new Map(known.map((use) => [keyOf(use), use]));
  const rowOf = new Map<string, number>();
  const problems: PurchaseProblem[] = [];
  const items: PlannedPurchase[] = [];
  const uses: UseOfProvider[] = [];

  for (const of of rows) {
    const use = useOf(of, register, authorities);
    if ('problems' in use) {
      problems.push(...use.problems);
      continue;
    }
    const { row } = of;
    const key = keyOf(use);
    const twin = rowOf.get(key);
    if (twin !== undefined) {
      const message = `is the same as in row ${twin}, with home, area, service and sourcing: add them up in one row`;
      problems.push({ table, row, column: 'provider', message });
    }
    rowOf.set(key, row);
    uses.push(use);
    items.push({ table, row, title: titleOf(use), ...outcomeOf(use, before.get(key)) });
  }
  const gone = known.filter((use) => !rowOf.has(keyOf(use)));
  return { problems, uses, items: [...items, ...gone.map(removed)] };
}

/** A row with its provider and area as they are known; everything that is wrong with it where they are not. */
function useOf(
  { row, provider, host, ...of }: UseFileRow,
  register: KnownRegister,
  authorities: readonly AuthorityRecord[],
): KnownUse | { readonly problems: readonly PurchaseProblem[] } {
  const wrong = ownerProblems(table, { row, provider, urn: of.urn }, register);
  const area = host === null ? { code: null } : authorityNamed(host, authorities);
  const unknown = 'message' in area ? [{ table, row, column: 'host_authority', ...area }] : [];
  const owner = register.owners.get(provider)?.provider;
  return owner && 'code' in area && wrong.length === 0
    ? { ...of, provider: owner.key, name: owner.name, host: area.code }
    : { problems: [...wrong, ...unknown] };
}

const keyOf = ({ provider, urn, host, service, sourcing }: UseOfProvider) =>
  JSON.stringify([provider, urn, host, service, sourcing]);

function outcomeOf(
  use: UseOfProvider,
  before: KnownUse | undefined,
): Pick<PlannedPurchase, 'outcome' | 'sentence'> {
  if (!before) return { outcome: 'NEW', sentence: `Is added: ${inWords(use)}.` };
  return before.placements === use.placements && before.weeklyCost === use.weeklyCost
    ? { outcome: 'UNCHANGED', sentence: 'Is known as it is.' }
    : { outcome: 'CHANGED', sentence: `Changes from ${inWords(before)} to ${inWords(use)}.` };
}

const removed = (use: KnownUse): PlannedPurchase => ({
  table,
  row: null,
  title: titleOf(use),
  outcome: 'REMOVED',
  sentence: `Is not among the rows, which replace the month, and goes: ${inWords(use)}.`,
});

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

const inWords = ({ placements, weeklyCost }: UseOfProvider) =>
  `${placements} ${placements === 1 ? 'placement' : 'placements'} at ${weeklyCost === null ? 'a cost that is not known' : `${pounds.format(weeklyCost)} a week`}`;

const labels = new Map(
  [services, sourcings].flatMap(({ codes }) => codes.map(({ code, label }) => [code, label])),
);

const titleOf = ({ name, urn, host, service, sourcing }: KnownUse) =>
  [name, urn, labels.get(service), labels.get(sourcing), host]
    .filter((part) => part != null)
    .join(', ');

const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();

/** The authority that a text means, or the end of the sentence why there is none. */
function authorityNamed(
  text: string,
  authorities: readonly AuthorityRecord[],
): AuthorityRecord | { readonly message: string } {
  const named = folded(text);
  const found = authorities.find(
    ({ code, dfeCode, name }) =>
      code === text.toUpperCase() || dfeCode === text || folded(name) === named,
  );
  if (found) return found;
  const [first = ''] = named.split(' ');
  const alike = authorities
    .filter(({ name }) => first.length > 2 && folded(name).includes(first.slice(0, 5)))
    .slice(0, 3)
    .map(({ code, name }) => `${name} (${code})`)
    .join(' or ');
  return {
    message: `“${text.slice(0, 40)}” is no authority of England by GSS code or name${alike ? `: is it ${alike}` : ''}`,
  };
}
