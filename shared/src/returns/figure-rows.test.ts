import { describe, expect, test } from 'vitest';
import { figuresOf } from './derive.ts';
import { gatherFigureRows } from './figure-rows.ts';
import { formatOf } from './formats.ts';
import { authority, period, rowsOf } from './return-rows.fixture.ts';
import type { ReturnRow } from './table.ts';

const format = formatOf('beds');
const table = (name: string) => {
  const found = format.tables.find((one) => one.name === name);
  if (!found) throw new Error(`There is no table ${name}.`);
  return found;
};

const homes = rowsOf(
  ['SC1', 'CH', 'PRI', '4', '4', '3'],
  ['SC2', 'CH', 'PRI', '2', '2', '2'],
  ['SC3', 'CH', 'LA', '6', '5', '5'],
);
const states = rowsOf(
  ['SC1', '2026-09-01', '2', '0', '1', '0', ''],
  ['SC2', '2026-09-30', '1', '0', '1', '0', ''],
  ['SC1', '2026-09-30', '3', '0', '0', '0', ''],
  ['SC3', '2026-09-20', '4', '1', '0', '0', ''],
  ['SC3', '2026-09-10', '5', '0', '0', '0', ''],
);

const gathered = (rows: readonly (readonly [string, readonly ReturnRow[]])[]) => {
  const gathering = gatherFigureRows(format);
  for (const [name, some] of rows) gathering.add(table(name), some);
  return gathering.contents();
};

const figures = (tables: ReadonlyMap<string, readonly ReturnRow[]>) =>
  figuresOf({ dataset: 'beds', authority, period, tables });

describe('rows gathered for figures', () => {
  test('give the same figures as all rows, whichever come together', () => {
    const all = new Map([
      ['homes', homes],
      ['bed-states', states],
    ]);

    const some = gathered([
      ['homes', homes.slice(0, 1)],
      ['bed-states', states.slice(0, 2)],
      ['homes', homes.slice(1)],
      ['bed-states', states.slice(2)],
    ]);

    expect(figures(some)).toEqual(figures(all));
    expect(figures(all).map(({ value }) => value)).toContain(10);
  });

  test('are the newest only where no other counts', () => {
    const some = gathered([['bed-states', states]]);

    expect(some.get('bed-states')?.map(({ row }) => row)).toEqual([4, 3, 5]);
  });

  test('are none of a table that no figure is made from, which counts as sent', () => {
    const gathering = gatherFigureRows(formatOf('fostering'));
    const events = formatOf('fostering').tables.find(({ name }) => name === 'fostering-events');
    if (events) gathering.add(events, rowsOf(['R1', 'enquiry', '2026-09-01', '', '']));

    expect([...gathering.contents()]).toEqual([['fostering-events', []]]);
  });

  test('of a table without rows are none, and it counts as sent', () => {
    const gathering = gatherFigureRows(format);
    gathering.found(table('homes'));

    expect(figures(gathering.contents())).toEqual(figures(new Map([['homes', []]])));
  });
});
