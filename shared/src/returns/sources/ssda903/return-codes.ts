import { placementsFormat } from '../../placements-tables.ts';
import type { ReturnTable } from '../../table.ts';

/** The code for what is not known, in the lists that have one. What they have none for counts in totals only. */
export const notKnown = 'NK';

/** A table of the placements return. */
export function placementsTable(name: string): ReturnTable {
  const table = placementsFormat.tables.find((one) => one.name === name);
  if (!table) throw new RangeError(`The placements return has no table “${name}”.`);
  return table;
}

/** Codes of things known that the breakdown of a table takes in this collection year. */
export function knownCodes(tableName: string): ReadonlySet<string> {
  const lists = placementsTable(tableName).columns.flatMap(({ codes }) => codes ?? []);
  return new Set(lists[0]?.codes.map(({ code }) => code).filter((code) => code !== notKnown));
}
