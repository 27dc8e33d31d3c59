import { collectedIndicators } from '@sufficiency/shared/indicators/collected-indicators.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import type { Addends } from '@sufficiency/shared/returns/formula.ts';
import { readingOf } from '@sufficiency/shared/returns/readings.ts';
import type { FilledTable } from '@sufficiency/shared/returns/record-sums.ts';
import { sumOfRecords } from '@sufficiency/shared/returns/record-sums.ts';
import { positionOf } from '@sufficiency/shared/returns/sums.ts';
import type { ReturnRow } from '@sufficiency/shared/returns/table.ts';
import { asKeptBack, countKey } from './table-counts.ts';
import type { AuthorityNumbers, Count } from './whole-numbers.ts';

/** What a provider knows of a number, as part of it is its own. */
export interface Contribution {
  readonly provider: string;
  readonly variable: number;
  readonly least: number;
}

/** A return's tables with the rows that are about its authority and month; undefined where it was not sent. */
export type Filled = (table: string) => FilledTable | undefined;

interface RecordCounts {
  readonly counts: ReadonlyMap<string, Count>;
  readonly contributions: readonly Contribution[];
}

/** The sums of records that a dataset's indicators rest on: one number for each column, of all records together. */
export function countsOfRecords(
  dataset: Dataset,
  filled: Filled,
  numbers: AuthorityNumbers,
): RecordCounts {
  const counts = new Map<string, Count>();
  const contributions: Contribution[] = [];
  for (const addends of recordSumsOf(dataset)) {
    const [column = ''] = addends.columns;
    const table = filled(addends.table);
    const key = countKey(addends.table, column);
    const sum =
      table && sumOfRecords(table, addends, addends.newest && filled(addends.newest.inTable));
    const count = countOf(key, asKeptBack(sum?.reading ?? 'x'), numbers);
    counts.set(key, count);
    const [variable] = count.of ?? [];
    if (!table || !sum || variable === undefined) continue;
    const counted = new Set(sum.rows);
    const rows = table.rows.filter(({ row }) => counted.has(row));
    for (const [provider, least] of sharesOf({ ...table, rows }, column, filled)) {
      contributions.push({ provider, variable, least });
    }
  }
  return { counts, contributions };
}

/** What an only record keeps back is one at least, and is kept from everybody. */
function countOf(key: string, reading: number | DataSymbol, numbers: AuthorityNumbers): Count {
  if (typeof reading === 'number') return { of: [numbers.add(key, reading)], symbol: null };
  return { of: reading === 'c' ? [numbers.add(key, 1)] : null, symbol: reading };
}

/** Each column of records that an indicator adds up, by itself. */
function recordSumsOf(dataset: Dataset): Addends[] {
  const records = new Set(
    formatOf(dataset)
      .tables.filter(({ basis }) => basis === 'records')
      .map(({ name }) => name),
  );
  const sums = collectedIndicators
    .filter(({ contract }) => contract.dataset === dataset)
    .flatMap(({ formula }) => (formula.kind === 'sum' ? [formula.of] : [formula.of, formula.over]))
    .filter(({ table }) => records.has(table))
    .flatMap((addends) => addends.columns.map((column) => ({ ...addends, columns: [column] })));
  return [...new Map(sums.map((sum) => [countKey(sum.table, sum.columns[0] ?? ''), sum])).values()];
}

/** How much of a column is each provider's own. */
function sharesOf(filled: FilledTable, column: string, all: Filled): Map<string, number> {
  const at = positionOf(filled.table, column);
  const shares = new Map<string, number>();
  for (const row of filled.rows) {
    const provider = providerOf(filled, row, all);
    const own = readingOf(row.cells[at] ?? '');
    if (provider === null || typeof own !== 'number') continue;
    shares.set(provider, (shares.get(provider) ?? 0) + own);
  }
  return shares;
}

/** Whose record it is: a provider by name; of a home only its number is known. Null for the authority's own. */
function providerOf({ table }: FilledTable, { cells }: ReturnRow, all: Filled): string | null {
  if (table.columns.some(({ name }) => name === 'provider')) {
    return cells[positionOf(table, 'provider')] ?? null;
  }
  const urn = cells[positionOf(table, 'urn')] ?? '';
  return ownHomes(all).has(urn) ? null : `the provider of home ${urn}`;
}

function ownHomes(all: Filled): Set<string> {
  const homes = all('homes');
  if (!homes) return new Set();
  const [urn, sector] = [
    positionOf(homes.table, 'urn'),
    positionOf(homes.table, 'provider_sector'),
  ];
  return new Set(
    homes.rows.filter(({ cells }) => cells[sector] === 'PR1').map(({ cells }) => cells[urn] ?? ''),
  );
}
