import { countTablesOf } from '@sufficiency/shared/disclosure/count-tables.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import { callOffContributions } from './call-off-contributions.ts';
import type { Contribution, Filled } from './record-counts.ts';
import { countsOfRecords } from './record-counts.ts';
import type { ContributedReturn } from './release-contents.ts';
import { tiesOf } from './same-counts.ts';
import type { FilledCountTable } from './table-counts.ts';
import { countKey, countsOfColumn, readingAt } from './table-counts.ts';
import type { AuthorityNumbers, Count, WholeNumbers } from './whole-numbers.ts';
import { sumOfCounts } from './whole-numbers.ts';

/** One authority's counts, and who has a hand in them. */
export interface AuthorityCounts {
  readonly authority: string;
  readonly organisation: string;
  /** By `countKey`; a count that is missing is not available. */
  readonly counts: ReadonlyMap<string, Count>;
  readonly contributions: readonly Contribution[];
  /** Indices of the variables that are this authority's own. */
  readonly variables: readonly number[];
  /** Ids of other organisations that agreements showed just these figures, when they were in an earlier release. */
  readonly shownTo?: readonly string[];
}

/** Reads the counts of a return as sums of whole numbers, and adds those to the numbers of the release. */
export function countsOfReturn(
  { dataset, period }: { readonly dataset: Dataset; readonly period: string },
  { authority, organisation, tables }: ContributedReturn,
  all: WholeNumbers,
): AuthorityCounts {
  const numbers = all.of(authority);
  const filled: Filled = (name) => {
    const table = formatOf(dataset).tables.find((one) => one.name === name);
    const rows = tables
      .get(name)
      ?.filter(({ cells }) => cells[0] === authority && cells[1] === period);
    return table && rows && { table, rows };
  };
  const sent = countTablesOf(dataset).flatMap((table) => {
    const rows = filled(table.table.name)?.rows;
    return rows ? [{ ...table, rows }] : [];
  });
  const records = countsOfRecords(dataset, filled, numbers);
  const counts = new Map(records.counts);
  for (const table of sent) {
    for (const measure of table.measures) {
      const elsewhere = totalElsewhere(dataset, sent, grandTotal(table, measure.name));
      for (const [key, count] of countsOfColumn(table, measure, numbers, elsewhere)) {
        counts.set(key, count);
      }
    }
  }
  const contributions = [...records.contributions, ...callOffContributions(counts, filled)];
  contributions.push(...tie(dataset, counts, contributions, numbers));
  return { authority, organisation, counts, contributions, variables: numbers.all() };
}

const grandTotal = (table: FilledCountTable, column: string) =>
  countKey(table.table.name, column, totals(table));

/** What another column of the return says that one adds up to: the first that says it. */
function totalElsewhere(
  dataset: Dataset,
  sent: readonly FilledCountTable[],
  total: string,
): number | null {
  const keys = tiesOf[dataset].same
    .find((sums) => sums.some((keys) => keys.length === 1 && keys[0] === total))
    ?.flatMap(([key = '', ...more]) => (more.length > 0 || key === total ? [] : [key]));
  return (
    sent
      .flatMap((table) => table.measures.map(({ name }) => ({ table, name })))
      .filter(({ table, name }) => keys?.includes(grandTotal(table, name)))
      .map(({ table, name }) => readingAt(table, name, totals(table)))
      .find((reading) => typeof reading === 'number') ?? null
  );
}

const totals = ({ characteristics }: FilledCountTable) => characteristics.map(() => totalCode);

/** Says what hangs together; gives what providers know of the numbers that stand for what is left of a whole. */
function tie(
  dataset: Dataset,
  counts: ReadonlyMap<string, Count>,
  contributions: readonly Contribution[],
  numbers: AuthorityNumbers,
): Contribution[] {
  const sumOf = (keys: readonly string[]) =>
    sumOfCounts(keys.map((key) => counts.get(key) ?? { of: null, symbol: 'x' })).of;
  for (const sums of tiesOf[dataset].same) {
    const [first, ...others] = sums.map(sumOf).filter((of) => of !== null);
    for (const other of others) numbers.link(first ?? [], other);
  }
  return tiesOf[dataset].within.flatMap(([part, whole]) => {
    const [less, more] = [sumOf([part]), sumOf([whole])];
    const left = numbers.sum(more ?? []) - numbers.sum(less ?? []);
    if (!less || !more || left < 0) return [];
    const rest = numbers.add(`${whole} without ${part}`, left);
    numbers.link(more, [...less, rest]);
    return restsOf(contributions, { less, more, rest });
  });
}

/** Whoever knows their part of a whole and of a part of it knows their part of what is left. */
function restsOf(
  contributions: readonly Contribution[],
  { less, more, rest }: { less: readonly number[]; more: readonly number[]; rest: number },
): Contribution[] {
  const own = (provider: string, of: readonly number[]) =>
    contributions
      .filter((one) => one.provider === provider && of.includes(one.variable))
      .reduce((sum, one) => sum + one.least, 0);
  const providers = new Set(
    contributions.filter(({ variable }) => more.includes(variable)).map(({ provider }) => provider),
  );
  return [...providers].map((provider) => ({
    provider,
    variable: rest,
    least: Math.max(0, own(provider, more) - own(provider, less)),
  }));
}
