import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { describe, expect, test } from 'vitest';
import { readClaPlacements } from './cla-placements.importer.ts';
import { cellsOf } from './figure-cells.fixture.ts';

const header =
  'time_period,geographic_level,region_code,new_la_code,cla_group,characteristic,number,percentage';
const derby = '2025,Local authority,E12000004,E06000015';

const read = (...lines: readonly string[]) =>
  readClaPlacements([header, ...lines].join('\n'), smallDirectory);

describe('placements on 31 March', () => {
  test('are percentages as published, over the total of their own group', () => {
    const { figures } = read(
      `${derby},Placement,Foster placements,369,68`,
      `${derby},Placement,Secure homes and children's homes,53,10`,
      `${derby},Placement,Total,545,100`,
    );

    expect(figures).toMatchObject([
      { indicator: 'cla-foster-share', value: 68, numerator: 369, denominator: 545 },
      { indicator: 'cla-residential-share', value: 10, numerator: 53, denominator: 545 },
    ]);
  });

  test('count as far from home whatever side of the boundary, and never both groups together', () => {
    const { figures } = read(
      `${derby},Distance between home and placement,Placed more than 20 miles from home,185,34`,
      `${derby},Distance between home and placement,Total,545,100`,
      `${derby},Distance between home and placement and locality of placement,"4. Placed outside the LA boundary, more than 20 miles from home",180,33`,
    );

    expect(cellsOf(figures)).toEqual([['cla-over-20-miles-share', 'E06000015', '2025', 34]]);
  });

  test('do not let a confidential share be worked out from its complement', () => {
    const { figures } = read(
      `${derby},Locality of placement,Placed inside the local authority boundary,200,37`,
      `${derby},Locality of placement,Placed outside the local authority boundary,c,c`,
      `${derby},Locality of placement,Total,545,100`,
    );

    expect(figures).toEqual([
      {
        indicator: 'cla-outside-authority-share',
        area: 'E06000015',
        period: { label: '2025', startsOn: '2025-03-31', endsOn: '2025-03-31' },
        value: null,
        symbol: 'c',
        numerator: null,
        denominator: null,
        formula: null,
        reason: 'The publisher suppressed this figure so that nobody can be identified.',
      },
    ]);
  });

  test('are confidential even where the publisher suppressed the count and left the percentage', () => {
    const { figures } = read(
      `${derby},Locality of placement,Placed outside the local authority boundary,c,63`,
      `${derby},Locality of placement,Total,545,100`,
    );

    expect(figures).toMatchObject([{ value: null, symbol: 'c', denominator: null }]);
  });

  test('keep the parts of a share that rounds to zero', () => {
    const { figures } = read(
      `${derby},Placement,Foster placements,2,k`,
      `${derby},Placement,Total,545,100`,
    );

    expect(figures).toMatchObject([{ value: null, symbol: 'k', numerator: 2, denominator: 545 }]);
  });
});
