import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { describe, expect, test } from 'vitest';
import { cellsOf } from './figure-cells.fixture.ts';
import { readPlacementFlows } from './placement-flows.importer.ts';

const header = '\uFEFFtime_period,geographic_level,region_code,new_la_code,characteristic,number';
const incoming =
  '1. Children who are the responsibility of other LAs placed within this LA boundary';
const outgoing = '2. Children who are the responsibility of this LA placed outside the LA boundary';
const net = 'Net gain of children by responsible LA';

/** The three rows of an area, as the publisher ends its lines. */
const three = (place: string, ...numbers: readonly string[]) =>
  [incoming, outgoing, net].map((row, at) => `${place},${row},${numbers[at]}`);

const derby = '2024,Local authority,E12000004,E06000015';

const read = (...lines: readonly string[]) =>
  readPlacementFlows(`${[header, ...lines].join('\r\n')}\r\n`, smallDirectory);

describe('children placed across boundaries', () => {
  test('are taken as published, a negative net gain too', () => {
    const { figures, issues } = read(...three(derby, '135', '386', '-251'));

    expect(issues).toEqual([]);
    expect(cellsOf(figures)).toEqual([
      ['children-placed-in-by-others', 'E06000015', '2024', 135],
      ['children-placed-outside', 'E06000015', '2024', 386],
      ['net-placements-in', 'E06000015', '2024', -251],
    ]);
  });

  test('stay confidential where their publisher says so', () => {
    const { figures } = read(...three(derby, 'c', '391', 'c'));

    expect(figures.map(({ value, symbol }) => value ?? symbol)).toEqual(['c', 391, 'c']);
  });

  test.each([
    ['c', '391', '-251'],
    ['140', 'c', '-251'],
    ['140', '391', 'c'],
  ])('are none of them told where one alone is confidential: %s, %s, %s', (...numbers) => {
    const { figures } = read(...three(derby, ...numbers));

    expect(figures.map(({ value, symbol }) => value ?? symbol)).toEqual(['c', 'c', 'c']);
  });

  test('say of an authority that did not exist yet who was published instead', () => {
    const { figures } = read(...three('2021,Local authority,E12000004,E06000061', 'z', 'z', 'z'));

    expect(figures[0]).toMatchObject({
      symbol: 'z',
      reason: 'Published for Northamptonshire, which ended on 31 March 2021.',
    });
  });

  test('leave out Inner London and areas that ended, and refuse an area nobody knows', () => {
    const { figures, issues } = read(
      ...three('2024,Regional,E13000001,', '1420', '2920', '-1500'),
      ...three('2024,Local authority,E12000004,E10000021', 'z', 'z', 'z'),
      `2024,Local authority,E12000004,E06009999,${net},3`,
    );

    expect(figures).toEqual([]);
    expect(issues).toEqual([{ row: 7, column: 'new_la_code', message: 'must be a known area' }]);
  });
});
