import { totalCode } from '../code-lists/code-list.ts';
import { positionOf, sumOfCodes } from '../sums.ts';
import type { ReturnFormat, ReturnRow, ReturnTable } from '../table.ts';
import { breakdownsOf } from './matrix.ts';
import { problem } from './problem.ts';
import type { ProblemList } from './problem-list.ts';
import { hiddenAlone } from './totals.ts';

/** Tables that break one number down in different ways. */
interface SharedTotal {
  readonly what: string;
  readonly parts: readonly SharedPart[];
}

/** A table, or the rows of it that have one code, and the column that is summed. */
interface SharedPart {
  readonly table: string;
  readonly measure: string;
  readonly where?: readonly [column: string, code: string] | undefined;
}

const of =
  (measure: string, where?: SharedPart['where']) =>
  (table: string): SharedPart => ({ table, measure, where });

const sharedTotals: readonly SharedTotal[] = [
  {
    what: 'children looked after',
    parts: [
      'children-by-placement-type',
      'children-by-provider-sector',
      'children-by-distance',
      'children-by-legal-status',
      'children-by-age',
      'children-by-gender',
      'children-by-ethnicity',
      'children-by-unaccompanied-status',
      'stability',
    ].map(of('children')),
  },
  {
    what: 'children more than 20 miles from home',
    parts: [
      of('children', ['distance_band', 'OVER20'])('children-by-distance'),
      of('children')('children-over-20-miles-by-reason'),
    ],
  },
  { what: 'children', parts: ['weekly-cost', 'package-bands'].map(of('children')) },
  {
    what: 'placements off framework',
    parts: [
      of('placements', ['sourcing', 'SPOT'])('placements-by-sourcing'),
      of('placements')('off-framework-by-reason'),
    ],
  },
  {
    what: 'enquiries',
    parts: [
      of('households', ['stage', 'ENQUIRY'])('recruitment'),
      of('enquiries')('enquiries-by-source'),
    ],
  },
  {
    what: 'requests',
    parts: ['requests-by-type', 'requests-by-notice', 'requests-by-outcome'].map(of('requests')),
  },
];

/** Tells which tables add up to another number than the first that breaks the same number down. */
export function tellDifferentBreakdowns(
  { tables }: ReturnFormat,
  sound: ReadonlyMap<string, readonly ReturnRow[]>,
  problems: ProblemList,
): void {
  for (const { what, parts } of sharedTotals) {
    const said = parts.flatMap((part) => {
      const table = tables.find(({ name }) => name === part.table);
      return table ? [saidBy(table, part, sound.get(table.name) ?? [])] : [];
    });
    const first = said.find(({ total }) => total !== null);
    const others = first ? said.filter(({ total }) => total !== first.total) : [];
    for (const other of others) if (first) tellDifference(other, first, what, problems);
  }
}

interface Said {
  readonly table: ReturnTable;
  readonly total: number | null;
  /** The one row that keeps the sum from being known. */
  readonly hidden: ReturnRow | null;
}

function tellDifference(
  { table, total, hidden }: Said,
  first: Said,
  what: string,
  problems: ProblemList,
): void {
  const at = { table: table.name };
  if (total !== null) {
    const message = `${table.title} adds up to ${total} ${what}, but ${first.table.title} to ${first.total}.`;
    problems.add(problem('returns/breakdowns-differ', message, at));
  } else if (hidden) {
    const message = `Row ${hidden.row} of ${table.title} is confidential, but the total of ${first.table.title} and the rows beside it tell what it is.`;
    problems.add(problem('returns/hidden-alone', message, { ...at, row: hidden.row }));
  }
}

/** What a table says in all, as figures are made from it: null where a row is missing or is no number. */
function saidBy(
  table: ReturnTable,
  { measure, where }: SharedPart,
  rows: readonly ReturnRow[],
): Said {
  const { reading } = sumOfCodes(table, rows, {
    table: table.name,
    columns: [measure],
    ...(where && { where: { [where[0]]: [where[1]] } }),
  });
  return {
    table,
    total: typeof reading === 'number' && rows.length > 0 ? reading : null,
    hidden: hiddenIn(table, { measure, where }, rows),
  };
}

/** The one row of a breakdown, each code of which has a row, that is confidential. */
function hiddenIn(
  table: ReturnTable,
  { measure, where }: Pick<SharedPart, 'measure' | 'where'>,
  rows: readonly ReturnRow[],
): ReturnRow | null {
  const breakdowns = breakdownsOf(table);
  const free = breakdowns.filter(({ column }) => column.name !== where?.[0]);
  const parts = rows.filter(({ cells }) =>
    breakdowns.every(({ column, index }) =>
      column.name === where?.[0] ? cells[index] === where[1] : cells[index] !== totalCode,
    ),
  );
  const all = free.reduce((product, { column }) => product * (column.codes?.codes.length ?? 1), 1);
  return parts.length === all ? hiddenAlone(parts, positionOf(table, measure)) : null;
}
