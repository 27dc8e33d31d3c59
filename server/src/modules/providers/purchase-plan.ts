import { dayInWords } from '@sufficiency/shared/days.ts';
import type { FrameworkRecord } from './framework-record.ts';
import type { ContractRow, MembershipRow, PurchaseTable } from './purchase-rows.ts';
import type { FoundOwner } from './suppliers.service.ts';

/** What becomes of a row: it is added, changes what is there, ends it, is known as it is, or is another’s to say. */
export type PurchaseOutcome =
  | 'NEW'
  | 'CHANGED'
  | 'ENDED'
  | 'UNCHANGED'
  | 'NOT_OURS'
  | 'MISSING'
  | 'REMOVED';

/** A membership or contract, and what becomes of it. */
export interface PlannedPurchase {
  readonly table: PurchaseTable;
  /** As a person counts it in the file; null for what is known and not in it. */
  readonly row: number | null;
  readonly title: string;
  readonly outcome: PurchaseOutcome;
  readonly sentence: string;
}

/** Why a row cannot be used. `message` completes the sentence “*column* …”. */
export interface PurchaseProblem {
  readonly table: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

/** What is known of the providers and homes that rows name. */
export interface KnownRegister {
  readonly owners: ReadonlyMap<string, FoundOwner>;
  /** Key of the owner of each service that rows name, or that is of an owner they name, by URN. */
  readonly services: ReadonlyMap<string, string | null>;
  readonly demonstration: boolean;
}

/** A membership that is there. */
export interface KnownAward {
  readonly id: string;
  readonly version: number;
  readonly framework: string;
  readonly lot: string;
  readonly provider: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** A block contract that is there. */
export interface KnownContract {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly provider: string;
  readonly urns: readonly string[];
  readonly beds: number;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Of each bed. Unit: GBP a week. */
  readonly weeklyPrice: number | null;
  /** How it was used in the month that rows are about; null where nobody has said. */
  readonly used: { readonly occupied: number; readonly voidDays: number } | null;
}

const noFindings: readonly PurchaseProblem[] = [];

/** What is wrong with the provider and home that a row names. */
export function ownerProblems(
  table: PurchaseTable,
  { row, provider, urn }: Pick<MembershipRow, 'row' | 'provider' | 'urn'>,
  { owners, services, demonstration }: KnownRegister,
): readonly PurchaseProblem[] {
  const problem = (column: string, message: string) => [{ table, row, column, message }];
  const found = owners.get(provider);
  if (!found?.provider) {
    const alike = found?.alike.map(({ name }) => `“${name}”`).join(', ');
    return problem(
      'provider',
      `“${provider}” is no provider of the register${alike ? `: is it ${alike}` : ''}`,
    );
  }
  if (demonstration && !found.provider.synthetic) {
    return problem(
      'provider',
      'is a real one: in a demonstration, what no public notice says belongs to fictitious providers',
    );
  }
  if (urn === null) return noFindings;
  const owner = services.get(urn);
  if (owner === found.provider.key) return noFindings;
  const wrong =
    owner === undefined
      ? 'is no URN of the register'
      : `is not of ${found.provider.name}, by the register`;
  const alike = urnsAlike(urn, services, found.provider.key).join(' or ');
  return problem('urn', `“${urn}” ${wrong}${alike ? `: is it ${alike}` : ''}`);
}

/** Three URNs of an owner at most, the likeliest to be meant first. */
function urnsAlike(urn: string, services: KnownRegister['services'], owner: string) {
  const differences = (other: string) =>
    [...other].filter((sign, index) => sign !== urn[index]).length;
  return [...services]
    .flatMap(([of, key]) => (key === owner ? of : []))
    .toSorted((one, other) => differences(one) - differences(other) || one.localeCompare(other))
    .slice(0, 3);
}

/** The frameworks that rows can speak of: of one’s own those that can be changed, of others what they are called. */
export interface KnownFrameworks {
  readonly own: ReadonlyMap<string, FrameworkRecord>;
  readonly others: ReadonlySet<string>;
  readonly awards: readonly KnownAward[];
}

/** What becomes of a membership; a problem where it cannot be used. */
export function planMembership(
  row: MembershipRow,
  provider: string,
  { own, others, awards }: KnownFrameworks,
): (PlannedPurchase & { readonly award: KnownAward | null }) | PurchaseProblem {
  const table = 'framework-memberships';
  const title = `${row.framework}, lot ${row.lot}: ${row.provider}`;
  const framework = own.get(row.framework);
  if (!framework) {
    return others.has(row.framework)
      ? {
          ...{ table, title, row: row.row, outcome: 'NOT_OURS', award: null },
          sentence: 'Another organisation holds this framework, and says who is on it.',
        }
      : {
          table,
          row: row.row,
          column: 'framework',
          message: `“${row.framework}” is no framework that is known here`,
        };
  }
  const lot = framework.lots.find(({ number }) => number === row.lot);
  if (!lot) {
    return {
      table,
      row: row.row,
      column: 'lot',
      message: `${row.lot} is no lot of ${row.framework}`,
    };
  }
  if (row.tier !== null && !lot.tiers.some(({ number }) => String(number) === row.tier)) {
    return {
      table,
      row: row.row,
      column: 'tier',
      message: `${row.tier} is no tier of lot ${row.lot}`,
    };
  }
  const award =
    awards.find(
      (known) =>
        known.framework === row.framework &&
        known.lot === row.lot &&
        known.provider === provider &&
        (known.endsOn === null || known.endsOn >= row.startsOn),
    ) ?? null;
  return { ...{ table, title, row: row.row, award }, ...membershipOutcome(row, award) };
}

function membershipOutcome(
  { startsOn, endsOn }: MembershipRow,
  award: KnownAward | null,
): Pick<PlannedPurchase, 'outcome' | 'sentence'> {
  if (award === null) {
    return { outcome: 'NEW', sentence: `Comes on it on ${dayInWords(startsOn)}.` };
  }
  if (endsOn !== null && (award.endsOn === null || endsOn < award.endsOn)) {
    return { outcome: 'ENDED', sentence: `Ends on ${dayInWords(endsOn)}.` };
  }
  return { outcome: 'UNCHANGED', sentence: `Is on it since ${dayInWords(award.startsOn)}.` };
}

/** What becomes of a block contract, and which parts of it are to be written. */
export interface ContractPlan extends PlannedPurchase {
  readonly contract: KnownContract | null;
  readonly writesTerms: boolean;
  readonly writesUse: boolean;
}

/** What becomes of a block contract; a problem where it cannot be used. */
export function planContract(
  row: ContractRow,
  provider: string,
  known: KnownContract | null,
): ContractPlan | PurchaseProblem {
  const table = 'block-contracts';
  const title = `${row.reference}: ${row.provider}`;
  const problem = (column: string, message: string) => ({ table, row: row.row, column, message });
  if (row.endsOn === null)
    return problem('ends_on', 'must be given: a block contract has a last day');
  if (row.beds === null || row.beds < 1) return problem('beds', 'must be a number of 1 or more');
  if (known && known.provider !== provider) {
    return problem('provider', `is not the one of ${row.reference} as it is known here`);
  }
  const terms = known ? termsThatDiffer(row, known) : [];
  const writesUse = usesOtherwise(row, known?.used ?? null);
  const writesTerms = known === null || terms.length > 0;
  const plan = { table, title, row: row.row, contract: known, writesTerms, writesUse } as const;
  if (!known) {
    return {
      ...plan,
      outcome: 'NEW',
      sentence: `Is added: ${row.beds} beds until ${dayInWords(row.endsOn)}.`,
    };
  }
  const differing = [...terms, ...(writesUse ? ['its use in the month'] : [])];
  return differing.length === 0
    ? { ...plan, outcome: 'UNCHANGED', sentence: 'Is known as it is.' }
    : { ...plan, outcome: 'CHANGED', sentence: `Changes ${differing.join(', ')}.` };
}

/** The price of one bed of a row; null where it gives none. Unit: GBP a week. */
export const pricePerBed = ({ weeklyPrice, beds }: ContractRow): number | null =>
  weeklyPrice === null || !beds ? null : Math.round((100 * weeklyPrice) / beds) / 100;

/** What differs of a contract's terms, in words. What a row does not say is not compared. */
function termsThatDiffer(row: ContractRow, known: KnownContract): readonly string[] {
  const price = pricePerBed(row);
  const compared: readonly (readonly [string, boolean])[] = [
    ['its first day', row.startsOn !== known.startsOn],
    ['its last day', row.endsOn !== known.endsOn],
    ['its beds', row.beds !== known.beds],
    ['its home', row.urn !== null && !known.urns.includes(row.urn)],
    ['its price', price !== null && price !== known.weeklyPrice],
  ];
  return compared.filter(([, differs]) => differs).map(([what]) => what);
}

/** True where a row says how a contract was used in its month, and nobody else has said the same. */
const usesOtherwise = ({ occupied, voidDays }: ContractRow, used: KnownContract['used']): boolean =>
  occupied !== null &&
  voidDays !== null &&
  (used?.occupied !== occupied || used.voidDays !== voidDays);

/** Contracts that run on a day and that rows do not have. They are told, and not ended: rows do not say on which day. */
export const missingContracts = (
  rows: readonly ContractRow[],
  known: readonly KnownContract[],
  day: string,
): readonly PlannedPurchase[] =>
  known
    .filter(
      ({ reference, startsOn, endsOn }) =>
        startsOn <= day && endsOn >= day && !rows.some((row) => row.reference === reference),
    )
    .map(({ reference }) => ({
      table: 'block-contracts',
      row: null,
      title: reference,
      outcome: 'MISSING',
      sentence: 'Is not among the rows. If it has ended, say on which day.',
    }));
