import { describe, expect, test } from 'vitest';
import { formatOf } from './formats.ts';
import type { ReturnTable } from './table.ts';

const tableOf = (
  dataset: 'placements' | 'fostering' | 'beds' | 'providers',
  name: string,
): ReturnTable => {
  const found = formatOf(dataset).tables.find((table) => table.name === name);
  if (!found) throw new Error(name);
  return found;
};

const problems = (table: ReturnTable, row: Record<string, string>) =>
  table.row.safeParse(row).error?.issues.map(({ path, message }) => [path.join('.'), message]);

const here = { authority_code: 'E06000015', period: '2026-09' };

describe('a row', () => {
  const byType = tableOf('placements', 'children-by-placement-type');

  test('is read into canonical texts', () => {
    const row = {
      authority_code: ' e06000015 ',
      period: 'Sep 2026',
      placement_type: 'k2',
      children: '1,204',
    };

    expect(byType.row.parse(row)).toEqual({ ...here, placement_type: 'K2', children: '1204' });
  });

  test('keeps a symbol', () => {
    const row = { ...here, placement_type: 'TOTAL', children: '[c]' };

    expect(byType.row.parse(row)).toEqual({ ...row, children: 'c' });
  });

  test('tells everything that is wrong with it at once, a blank being no zero', () => {
    expect(
      problems(byType, {
        authority_code: 'Derby',
        period: '',
        placement_type: 'H5',
        children: ' ',
      }),
    ).toEqual([
      [
        'authority_code',
        'must be the GSS code of an authority, for example E06000015. It says “Derby”',
      ],
      ['period', 'must not be blank: write the month, for example 2026-09'],
      [
        'placement_type',
        expect.stringMatching(/^must be one of U1, .*, Z14, TOTAL\. It says “H5”$/),
      ],
      [
        'children',
        'must not be blank: write 0 if there are none, x if it is not known, z if it does not apply, c if it is confidential',
      ],
    ]);
  });

  test('has no columns but its own', () => {
    const row = { ...here, placement_type: 'K2', children: '3', CHILD: '12345' };

    expect(byType.row.safeParse(row).success).toBe(false);
  });
});

describe('between the cells of a row', () => {
  test('approved places are filled, vacant or not available', () => {
    const table = tableOf('fostering', 'households-and-places');
    const row = {
      ...here,
      household_type: 'MAINSTREAM',
      households: '40',
      approved_places: '80',
      filled_places: '50',
      vacant_places: '20',
      unavailable_places: '9',
    };

    expect(problems(table, row)).toEqual([
      [
        'approved_places',
        'must equal filled_places + vacant_places + unavailable_places, which is 79, and says 80',
      ],
    ]);
    expect(problems(table, { ...row, unavailable_places: '10' })).toBeUndefined();
    expect(problems(table, { ...row, unavailable_places: 'x' })).toBeUndefined();
  });

  test('no more beds are usable than operational, or operational than registered', () => {
    const table = tableOf('beds', 'homes');
    const row = {
      ...here,
      urn: 'SC123456',
      provision_type: 'CHILDRENS-HOME',
      provider_sector: 'PR1',
      registered_beds: '4',
      operational_beds: '5',
      usable_beds: '6',
    };

    expect(problems(table, row)).toEqual([
      ['operational_beds', 'must not be more than registered_beds, which is 4, and says 5'],
      ['usable_beds', 'must not be more than operational_beds, which is 5, and says 6'],
    ]);
  });

  test('no more beds of a block are occupied than contracted', () => {
    const table = tableOf('providers', 'block-contracts');
    const row = {
      ...here,
      contract: 'BLOCK-07',
      provider: 'Example Care Limited',
      urn: '',
      starts_on: '2026-04-01',
      ends_on: '',
      beds: '3',
      occupied: '4',
      void_days: '0',
      weekly_price: '9000',
    };

    expect(problems(table, row)).toEqual([
      ['occupied', 'must not be more than beds, which is 3, and says 4'],
    ]);
  });

  test('children with a long stay are some of the children looked after', () => {
    const table = tableOf('placements', 'stability');
    const row = {
      ...here,
      children: '10',
      three_or_more_placements: '11',
      long_term_children: '5',
      same_placement_two_years: '6',
    };

    expect(problems(table, row)).toEqual([
      ['three_or_more_placements', 'must not be more than children, which is 10, and says 11'],
      [
        'same_placement_two_years',
        'must not be more than long_term_children, which is 5, and says 6',
      ],
    ]);
  });

  test('closed beds have a reason', () => {
    const table = tableOf('beds', 'bed-states');
    const row = {
      ...here,
      urn: 'SC123456',
      day: '2026-09-30',
      occupied: '3',
      reserved: '0',
      vacant_accepting: '0',
      vacant_closed: '1',
      closed_reason: '',
    };

    expect(problems(table, row)).toEqual([
      ['closed_reason', 'must not be blank where beds are closed: write why'],
    ]);
    expect(problems(table, { ...row, vacant_closed: '0' })).toBeUndefined();
    expect(problems(table, { ...row, closed_reason: 'staffing' })).toBeUndefined();
  });

  test('nothing ends before it starts', () => {
    const table = tableOf('providers', 'framework-memberships');
    const row = {
      ...here,
      framework: 'CCS034',
      lot: '1',
      tier: '',
      provider: 'Example Care Limited',
      urn: '',
      starts_on: '01/04/2026',
      ends_on: '31/03/2026',
    };

    expect(problems(table, row)).toEqual([
      [
        'ends_on',
        'must not be before the start on 2026-04-01: write the last day, or leave it blank',
      ],
    ]);
    expect(problems(table, { ...row, ends_on: '' })).toBeUndefined();
  });
});
