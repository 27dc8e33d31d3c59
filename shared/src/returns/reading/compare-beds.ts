import { bedsFormat } from '../beds-tables.ts';
import { numberIn } from '../row-rules.ts';
import type { ReturnContents, ReturnRow } from '../table.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

/** Homes that are named in one message. */
const mostNamed = 8;

const homes = 'homes';
const states = 'bed-states';
const counted = ['occupied', 'reserved', 'vacant_accepting', 'vacant_closed'];

type Cell = (row: ReturnRow, column: string) => string;

/**
 * Asks where the newest bed state of a home is not of its usable beds, which homes have no state, and which states are of
 * no home that is listed. Of a home with several states the newest counts, as it does for the figures.
 */
export function compareBeds(
  contents: ReturnContents,
  sheets: ReadonlyMap<string, string>,
): Problem[] {
  const [listed, told] = [contents.get(homes), contents.get(states)];
  if (!listed || !told) return [];
  const [ofHome, ofState] = [cellOf(homes), cellOf(states)];
  const newest = newestOf(told, ofState);
  const known = new Set(listed.map((row) => ofHome(row, 'urn')));
  const ask = (table: string, message: string, row: number | null = null) =>
    problem('returns/beds-differ', message, { table, sheet: sheets.get(table) ?? null, row });

  const without = [...known].filter((urn) => !newest.has(urn));
  const unlisted = [...newest.keys()].filter((urn) => !known.has(urn));
  return [
    ...listed.flatMap((home) => {
      const urn = ofHome(home, 'urn');
      const state = newest.get(urn);
      const usable = numberIn(ofHome(home, 'usable_beds'));
      const beds = state && bedsIn(state, ofState);
      if (!state || beds == null || usable === null || beds === usable) return [];
      const message = `${urn} has ${usable} usable beds among the homes, but its newest bed state is of ${beds}.`;
      return [ask(states, message, state.row)];
    }),
    ...(without.length > 0 ? [ask(states, `Homes without a bed state: ${named(without)}.`)] : []),
    ...(unlisted.length > 0
      ? [ask(homes, `Bed states of homes that are not listed: ${named(unlisted)}.`)]
      : []),
  ];
}

function cellOf(name: string): Cell {
  const columns = bedsFormat.tables.find((table) => table.name === name)?.columns ?? [];
  return ({ cells }, column) => cells[columns.findIndex((one) => one.name === column)] ?? '';
}

function newestOf(told: readonly ReturnRow[], cell: Cell): Map<string, ReturnRow> {
  const newest = new Map<string, ReturnRow>();
  for (const row of told) {
    const before = newest.get(cell(row, 'urn'));
    if (!before || cell(before, 'day') < cell(row, 'day')) newest.set(cell(row, 'urn'), row);
  }
  return newest;
}

/** All beds of a state; null where one of its cells is no number. */
function bedsIn(state: ReturnRow, cell: Cell): number | null {
  const numbers = counted.map((column) => numberIn(cell(state, column)));
  return numbers.every((number) => number !== null)
    ? numbers.reduce((sum, number) => sum + number, 0)
    : null;
}

const named = (urns: readonly string[]): string =>
  urns.length > mostNamed
    ? `${urns.slice(0, mostNamed).join(', ')} and ${urns.length - mostNamed} more`
    : urns.join(', ');
