import { placementsByProvider } from '@sufficiency/shared/returns/provider-use-table.ts';
import { providersFormat } from '@sufficiency/shared/returns/providers-tables.ts';
import type { ReturnContents, ReturnRow } from '@sufficiency/shared/returns/table.ts';

/** A membership of a framework, as a row of a return says it. Days are `YYYY-MM-DD`. */
export interface MembershipRow {
  readonly row: number;
  readonly framework: string;
  readonly lot: string;
  readonly tier: string | null;
  readonly provider: string;
  readonly urn: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** A block contract, as a row of a return says it. What is a symbol there is null. */
export interface ContractRow {
  readonly row: number;
  readonly reference: string;
  readonly provider: string;
  readonly urn: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly beds: number | null;
  readonly occupied: number | null;
  readonly voidDays: number | null;
  /** Of all its beds. Unit: GBP a week. */
  readonly weeklyPrice: number | null;
}

/** Placements of an authority with a provider on the last day of the month, as a row of a file says it. */
export interface UseFileRow {
  readonly row: number;
  readonly provider: string;
  readonly urn: string | null;
  /** GSS code, code of the Department for Education, or name. */
  readonly host: string | null;
  readonly service: string;
  readonly sourcing: string;
  readonly placements: number;
  /** Of all of them. Unit: GBP a week. Null where it is not known. */
  readonly weeklyCost: number | null;
}

/** The tables of a return of providers that say who is on frameworks and what is contracted. */
export const returnedTables = ['framework-memberships', 'block-contracts'] as const;

/** Tables that are read from files. */
export const purchaseTables = [...returnedTables, 'placements-by-provider'] as const;

export type PurchaseTable = (typeof purchaseTables)[number];

/** A format of these tables alone. */
export const purchasesFormat = {
  ...providersFormat,
  title: 'Framework memberships, block contracts and placements by provider',
  tables: [
    ...providersFormat.tables.filter(({ name }) => returnedTables.some((table) => table === name)),
    placementsByProvider,
  ],
};

/** Rows of a table by the names of its columns. */
function recordsOf(contents: ReturnContents, table: PurchaseTable) {
  const columns = purchasesFormat.tables.find(({ name }) => name === table)?.columns ?? [];
  return (contents.get(table) ?? []).map(({ row, cells }: ReturnRow) => {
    const texts = new Map(columns.map(({ name }, index) => [name, cells[index] ?? '']));
    return {
      row,
      text: (name: string) => texts.get(name) ?? '',
      optional: (name: string) => texts.get(name) || null,
      number: (name: string) => numberOf(texts.get(name) ?? ''),
    };
  });
}

const numberOf = (text: string): number | null => (/^\d/.test(text) ? Number(text) : null);

export const membershipRows = (contents: ReturnContents): readonly MembershipRow[] =>
  recordsOf(contents, 'framework-memberships').map(({ row, text, optional }) => ({
    row,
    framework: text('framework'),
    lot: text('lot'),
    tier: optional('tier'),
    provider: text('provider'),
    urn: optional('urn'),
    startsOn: text('starts_on'),
    endsOn: optional('ends_on'),
  }));

export const contractRows = (contents: ReturnContents): readonly ContractRow[] =>
  recordsOf(contents, 'block-contracts').map(({ row, text, optional, number }) => ({
    row,
    reference: text('contract'),
    provider: text('provider'),
    urn: optional('urn'),
    startsOn: text('starts_on'),
    endsOn: optional('ends_on'),
    beds: number('beds'),
    occupied: number('occupied'),
    voidDays: number('void_days'),
    weeklyPrice: number('weekly_price'),
  }));

export const useFileRows = (contents: ReturnContents): readonly UseFileRow[] =>
  recordsOf(contents, 'placements-by-provider').map(({ row, text, optional, number }) => ({
    row,
    provider: text('provider'),
    urn: optional('urn'),
    host: optional('host_authority'),
    service: text('service'),
    sourcing: text('sourcing'),
    placements: number('placements') ?? 0,
    weeklyCost: number('weekly_cost'),
  }));
