import { collectedIndicators } from '../indicators/collected-indicators.ts';
import type { Addends } from './formula.ts';
import { positionOf } from './sums.ts';
import type { ReturnContents, ReturnFormat, ReturnRow, ReturnTable } from './table.ts';

/**
 * Gathers what `figuresOf` needs of a return’s rows while they are read, however many they are: the same figures come of
 * it as of all of them.
 */
export interface FigureRows {
  /** Takes rows of a table, in the order of the file. */
  add(table: ReturnTable, rows: readonly ReturnRow[]): void;
  /** A table that was found, if it has rows or not. */
  found(table: ReturnTable): void;
  /** What was gathered: fewer rows than were given, and of records only the cells that count. */
  contents(): ReturnContents;
}

type Gather = (rows: readonly ReturnRow[]) => void;

/** An empty gathering for a format. */
export function gatherFigureRows(format: ReturnFormat): FigureRows {
  const gathered = new Map<string, Map<string | number, ReturnRow>>();
  const gathers = new Map<string, Gather>();

  const gatherOf = (table: ReturnTable): Gather => {
    const before = gathers.get(table.name);
    if (before) return before;
    const kept = new Map<string | number, ReturnRow>();
    const gather = gatherInto(kept, { table, uses: usesOf(table, format) });
    gathered.set(table.name, kept);
    gathers.set(table.name, gather);
    return gather;
  };
  return {
    add: (table, rows) => gatherOf(table)(rows),
    found: (table) => void gatherOf(table),
    contents: () => new Map([...gathered].map(([name, kept]) => [name, [...kept.values()]])),
  };
}

interface Uses {
  /** What formulas add up of the table. */
  readonly addends: readonly Addends[];
  /** Columns of it that only name things. */
  readonly names: readonly string[];
}

function usesOf({ name }: ReturnTable, { dataset }: ReturnFormat): Uses {
  const all = collectedIndicators
    .filter(({ contract }) => contract.dataset === dataset)
    .flatMap(({ formula }) => (formula.kind === 'ratio' ? [formula.of, formula.over] : formula.of));
  return {
    addends: all.filter(({ table }) => table === name),
    names: all.flatMap(({ newest }) => (newest?.inTable === name ? [newest.of] : [])),
  };
}

function gatherInto(
  kept: Map<string | number, ReturnRow>,
  { table, uses }: { readonly table: ReturnTable; readonly uses: Uses },
): Gather {
  const { addends, names } = uses;
  if (addends.length === 0 && names.length === 0) return () => undefined;
  const keep = table.basis === 'records' ? shortened(table, uses) : (row: ReturnRow) => row;
  const newest = names.length === 0 ? onlyNewest(addends) : undefined;
  if (!newest) {
    return (rows) => {
      for (const row of rows) kept.set(kept.size, keep(row));
    };
  }
  const [name, day] = [positionOf(table, newest.of), positionOf(table, newest.by)];
  return (rows) => {
    for (const row of rows) {
      const known = kept.get(row.cells[name] ?? '');
      if (!known || (known.cells[day] ?? '') < (row.cells[day] ?? '')) {
        kept.set(row.cells[name] ?? '', keep(row));
      }
    }
  };
}

/** The one way to choose the newest record where every formula chooses it so; undefined where others count as well. */
function onlyNewest(addends: readonly Addends[]): Addends['newest'] {
  const [first, ...others] = addends.map(({ newest }) => newest);
  return others.every((other) => other?.of === first?.of && other?.by === first?.by)
    ? first
    : undefined;
}

/** A record with the cells that formulas read; the others empty. */
function shortened(table: ReturnTable, { addends, names }: Uses): (row: ReturnRow) => ReturnRow {
  const columns = addends.flatMap(({ columns, newest, where = {} }) => [
    ...columns,
    ...Object.keys(where),
    ...(newest ? [newest.of, newest.by] : []),
  ]);
  // Authority and month come first: rows of others are left out by them.
  const read = new Set([0, 1, ...[...columns, ...names].map((name) => positionOf(table, name))]);
  return ({ row, cells }) => ({
    row,
    cells: cells.map((cell, position) => (read.has(position) ? cell : '')),
  });
}
