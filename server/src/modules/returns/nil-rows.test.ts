import { figuresOf } from '@sufficiency/shared/returns/derive.ts';
import { formatOf, returnFormats } from '@sufficiency/shared/returns/formats.ts';
import { describe, expect, test } from 'vitest';
import { nilContents, unchangedContents } from './nil-rows.ts';

const about = { authority: 'E06000015', period: '2026-09' };
const row = (number: number, ...cells: readonly string[]) => ({
  row: number,
  cells: ['E06000015', '2026-08', ...cells],
});

/** What a nil return of a dataset says, by indicator. */
const said = (dataset: 'placements' | 'providers' | 'fostering') => {
  const tables = nilContents(formatOf(dataset), about);
  const figures = figuresOf({ dataset, ...about, tables });
  return Object.fromEntries(
    figures.map(({ indicator, value, symbol }) => [indicator, value ?? symbol]),
  );
};

describe('a return in which nothing happened', () => {
  test('counts zero of what happens in a month, and says nothing of what there is', () => {
    expect(said('placements')).toMatchObject({
      'care-started-month': 0,
      'care-ended-month': 0,
      'placement-moves-month': 0,
      'cla-month-end': 'x',
    });
    expect(said('fostering')).toMatchObject({
      'fostering-enquiries-month': 0,
      'fostering-approvals-month': 0,
      'fostering-households-month-end': 'x',
    });
  });

  test('has no rows of records', () => {
    expect(nilContents(formatOf('beds'), about)).toEqual(
      new Map([
        ['homes', []],
        ['bed-states', []],
      ]),
    );
  });

  test.each(returnFormats)('has rows that $title takes', (format) => {
    const contents = nilContents(format, about);

    const rows = format.tables.flatMap((table) =>
      (contents.get(table.name) ?? []).map(({ cells }) =>
        table.row.safeParse(
          Object.fromEntries(table.columns.map(({ name }, at) => [name, cells[at] ?? ''])),
        ),
      ),
    );
    expect(rows.filter(({ success }) => !success)).toEqual([]);
  });
});

describe('a return in which nothing changed', () => {
  test('takes over what there was at the end of the month before, for its own month', () => {
    const before = new Map([
      ['homes', [row(2, 'SC1', 'CH', 'PRI', '4', '4', '4')]],
      ['bed-states', [row(2, 'SC1', '2026-08-31', '4', '0', '0', '0', '')]],
    ]);

    expect(unchangedContents(formatOf('beds'), before, about)).toEqual(
      new Map([
        ['homes', [{ row: 2, cells: ['E06000015', '2026-09', 'SC1', 'CH', 'PRI', '4', '4', '4'] }]],
        ['bed-states', []],
      ]),
    );
  });

  test('says nothing of what was not sent the month before', () => {
    expect([...unchangedContents(formatOf('costs'), new Map(), about).keys()]).toEqual(['spend']);
  });
});
