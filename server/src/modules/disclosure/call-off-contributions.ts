import { readingOf } from '@sufficiency/shared/returns/readings.ts';
import { positionOf } from '@sufficiency/shared/returns/sums.ts';
import type { Contribution, Filled } from './record-counts.ts';
import { countKey } from './table-counts.ts';
import type { Count } from './whole-numbers.ts';

/**
 * What providers know of call-offs: each provider of a lot is taken to have had all of the lot's, as a return does not
 * say whose they were.
 */
export function callOffContributions(
  counts: ReadonlyMap<string, Count>,
  filled: Filled,
): Contribution[] {
  const [callOffs, memberships] = [filled('call-offs'), filled('framework-memberships')];
  if (!callOffs || !memberships) return [];
  const cell = (of: typeof callOffs, column: string) => {
    const at = positionOf(of.table, column);
    return (row: (typeof of.rows)[number]) => row.cells[at] ?? '';
  };
  const lotOf = (of: typeof callOffs) => {
    const [framework, lot] = [cell(of, 'framework'), cell(of, 'lot')];
    return (row: (typeof of.rows)[number]) => JSON.stringify([framework(row), lot(row)]);
  };
  const [lot, memberLot, provider] = [
    lotOf(callOffs),
    lotOf(memberships),
    cell(memberships, 'provider'),
  ];
  const [method, number] = [cell(callOffs, 'method'), cell(callOffs, 'call_offs')];
  const known = new Map<string, Contribution>();
  for (const row of callOffs.rows) {
    const [variable] = counts.get(countKey('call-offs', 'call_offs', [method(row)]))?.of ?? [];
    const placements = readingOf(number(row));
    if (variable === undefined || typeof placements !== 'number') continue;
    const names = memberships.rows.filter((one) => memberLot(one) === lot(row)).map(provider);
    for (const name of new Set(names)) {
      const key = JSON.stringify([name, variable]);
      const least = (known.get(key)?.least ?? 0) + placements;
      known.set(key, { provider: name, variable, least });
    }
  }
  return [...known.values()];
}
