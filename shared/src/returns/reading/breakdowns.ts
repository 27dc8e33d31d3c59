import { totalCode } from '../code-lists/code-list.ts';
import { numberIn } from '../row-rules.ts';
import type { ReturnFormat, ReturnRow, ReturnTable } from '../table.ts';
import { breakdownsOf } from './matrix.ts';
import { problem } from './problem.ts';
import type { ProblemList } from './problem-list.ts';
import { sumOf } from './totals.ts';

/** Tables that break one number down in different ways. */
interface SharedTotal {
  /** Name of the column that is summed. */
  readonly measure: string;
  readonly what: string;
  readonly tables: readonly string[];
}

const sharedTotals: readonly SharedTotal[] = [
  {
    measure: 'children',
    what: 'children looked after',
    tables: [
      'children-by-placement-type',
      'children-by-provider-sector',
      'children-by-distance',
      'children-by-legal-status',
      'children-by-age',
      'children-by-gender',
      'children-by-ethnicity',
      'stability',
    ],
  },
  { measure: 'children', what: 'children', tables: ['weekly-cost', 'package-bands'] },
  {
    measure: 'requests',
    what: 'requests',
    tables: ['requests-by-type', 'requests-by-notice', 'requests-by-outcome'],
  },
];

/** Tells which tables add up to another number than the first that breaks the same number down. */
export function tellDifferentBreakdowns(
  { tables }: ReturnFormat,
  sound: ReadonlyMap<string, readonly ReturnRow[]>,
  problems: ProblemList,
): void {
  for (const { measure, what, tables: names } of sharedTotals) {
    const totals = tables.flatMap((table) => {
      const total = names.includes(table.name)
        ? totalOf(table, measure, sound.get(table.name) ?? [])
        : null;
      return total === null ? [] : [{ table, total }];
    });
    const [first, ...others] = totals;
    for (const { table, total } of others) {
      if (!first || total === first.total) continue;
      const message = `${table.title} adds up to ${total} ${what}, but ${first.table.title} to ${first.total}.`;
      problems.add(problem('returns/breakdowns-differ', message, { table: table.name }));
    }
  }
}

/** What a table says in all: its grand total, else the sum of its rows; null where it does not tell. */
function totalOf(table: ReturnTable, measure: string, rows: readonly ReturnRow[]): number | null {
  const index = table.columns.findIndex(({ name }) => name === measure);
  const breakdowns = breakdownsOf(table);
  const isTotal = ({ cells }: ReturnRow, all: boolean) =>
    breakdowns[all ? 'every' : 'some']((breakdown) => cells[breakdown.index] === totalCode);
  const grand = rows.find((row) => isTotal(row, true));
  return grand
    ? numberIn(grand.cells[index])
    : sumOf(rows.filter((row) => !isTotal(row, false)).map(({ cells }) => cells[index]));
}
