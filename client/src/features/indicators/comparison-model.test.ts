import { describe, expect, test } from 'vitest';
import { answer, cell, figure, missing, names } from './comparison-fixture.ts';
import { comparedView, sortedAuthorities } from './comparison-model.ts';

const nottingham = { subject: 'Nottingham', code: 'E06000018' } as const;

describe('subjects of a comparison', () => {
  test('stand as authorities, comparators and neighbours', () => {
    const view = comparedView(
      answer([
        cell(),
        cell({ subject: 'england', code: null }),
        cell({ subject: 'consortium', code: null }),
        cell({ subject: 'statistical-neighbours', code: null, of: 'E06000015' }),
      ]),
      names,
    );

    expect(view).toMatchObject({
      authorities: [{ id: 'E06000015', name: 'Derby' }],
      comparators: [
        { id: 'england', name: 'England' },
        { id: 'consortium', name: 'D2N2' },
      ],
      neighbours: [{ id: 'neighbours E06000015', name: 'Statistical neighbours of Derby' }],
    });
  });

  test('have a region once, however many authorities it belongs to', () => {
    const { comparators } = comparedView(
      answer([
        cell({ subject: 'region', code: null, of: 'E06000015' }),
        cell({ subject: 'region', code: null, of: 'E06000018' }),
      ]),
      names,
    );

    expect(comparators).toEqual([
      { id: 'region East Midlands', name: 'East Midlands', code: null },
    ]);
  });

  test('tell a region from the consortium that is named after it', () => {
    const { comparators } = comparedView(
      answer([cell({ subject: 'region', code: null, of: 'E06000015' })]),
      { ...names, consortium: 'East Midlands' },
    );

    expect(comparators).toMatchObject([{ name: 'East Midlands region' }]);
  });
});

describe('series of a comparison', () => {
  test('are cut from columns subject by subject, period by period', () => {
    const { latest } = answer([cell(), cell(nottingham)]);
    const columns = {
      periods: ['2024', '2025'],
      values: [99, 88, null, 93],
      symbols: [null, null, 'c' as const, null],
      synthetic: true,
    };

    const { rows } = comparedView({ latest, series: { rows: [{ columns }] } }, names);

    expect(rows[0]?.series.get('E06000018')).toEqual([
      { period: '2024', value: null, symbol: 'c' },
      { period: '2025', value: 93, symbol: null },
    ]);
    // No cell of the latest period is.
    expect(rows[0]?.synthetic).toBe(true);
  });
});

describe('authorities in order', () => {
  const view = comparedView(
    answer([
      cell(),
      cell({ ...nottingham, figure: missing('c') }),
      cell({ subject: 'Derbyshire', code: 'E10000007', figure: figure(66) }),
    ]),
    names,
  );
  const namesBy = (order: 'ascending' | 'descending') =>
    sortedAuthorities(view, { indicator: 'cla-rate', order }).map(({ name }) => name);

  test('come as the server sent them unless asked otherwise', () => {
    expect(sortedAuthorities(view, null)).toEqual(view.authorities);
  });

  test('come highest first, those without a figure last', () => {
    expect(namesBy('descending')).toEqual(['Derby', 'Derbyshire', 'Nottingham']);
  });

  test('come lowest first, those without a figure still last', () => {
    expect(namesBy('ascending')).toEqual(['Derbyshire', 'Derby', 'Nottingham']);
  });
});
