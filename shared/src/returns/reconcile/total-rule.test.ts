import { describe, expect, test } from 'vitest';
import { reconciled, sentences } from './printed-lines.fixture.ts';

describe('totals', () => {
  test('of a row and of a column that are out by the same point to the cell where they cross', () => {
    const { findings } = reconciled([
      'age | girls | boys | total',
      'under 5 | 10 | 12 | 22',
      '5 to 9 | 17 | 14 | 29',
      '10 and over | 21 | 24 | 45',
      'total | 46 | 50 | 96',
    ]);

    expect(findings).toEqual([
      {
        rule: 'total',
        severity: 'error',
        cells: [
          { row: 3, column: 2 },
          { row: 5, column: 2 },
          { row: 3, column: 4 },
        ],
        printed: '17',
        expected: '15',
        difference: 2,
        sentence:
          '“5 to 9” in “girls” says 17, but 15 would make both its row and its column add up.',
      },
    ]);
  });

  test('that changed places are told as one fault', () => {
    expect(
      sentences(['month | 2020 | 2021', 'April | 3 | 1', 'May | 5 | 9', 'TOTAL | 10 | 8']),
    ).toEqual([
      'Two totals have changed places: “2020” adds up to 8 and “TOTAL” says 10; “2021” adds up to 10 and “TOTAL” says 8.',
    ]);
  });

  test('may stand above their parts, and over subtotals', () => {
    expect(sentences(['home | beds', 'All homes | 12', 'Ash | 5', 'Elm | 7'])).toEqual([]);
    expect(
      sentences([
        'home | beds',
        'Ash | 5',
        'Elm | 7',
        'Total own | 12',
        'Oak | 4',
        'Fir | 9',
        'Total bought | 13',
        'Total | 25',
      ]),
    ).toEqual([]);
  });

  test('below a subtotal sum what it sums, and what follows it', () => {
    const table = (total: number) => [
      'home | beds',
      'Ash | 5',
      'Elm | 7',
      'Subtotal | 12',
      'Oak | 4',
      `Total | ${total}`,
    ];

    expect(sentences(table(16))).toEqual([]);
    expect(sentences(table(17))).toEqual([
      'In “beds” the rows add up to 16, but “Total” says 17: 1 more.',
    ]);
  });

  test('within the rounding of what is printed are no fault', () => {
    expect(
      sentences(['type | £ million', 'Foster | 1.2', 'Homes | 3.4', 'Other | 2.1', 'Total | 6.8']),
    ).toEqual([]);
  });

  test('are not looked for among averages', () => {
    expect(
      sentences(['area | average days', 'North | 40', 'South | 60', 'All areas | 51']),
    ).toEqual([]);
  });

  test('of counts that were all rounded to tens need not agree to the unit', () => {
    expect(
      sentences([
        'region | 2022 | 2023',
        'North | 1,240 | 1,300',
        'South | 980 | 990',
        'East | 460 | 470',
        'West | 310 | 330',
        'Mid | 120 | 110',
        'Total | 3,120 | 3,290',
      ]),
    ).toEqual([
      'In “2023” the rows add up to 3,200, but “Total” says 3,290: 90 more. Rounding explains 30 at most.',
    ]);
  });

  test('are those that the reader names', () => {
    const table = ['home | beds', 'Ash | 5', 'Elm | 7', 'County | 13'];

    expect(sentences(table)).toEqual([]);
    expect(sentences(table, { totalRows: [4] })).toEqual([
      'In “beds” the rows add up to 12, but “County” says 13: 1 more.',
    ]);
  });

  test.each([
    [
      'subtotals by any name',
      [
        'home | beds',
        'Own | 12',
        'Block | 8',
        'Public subtotal | 20',
        'Private | 30',
        'Voluntary | 5',
        'Independent subtotal | 35',
        'Grand total | 55',
      ],
    ],
    [
      'what is part of another row',
      [
        'type | 2023 | 2024',
        'Foster | 431 | 440',
        'of which kinship | 120 | 130',
        'Homes | 86 | 90',
        'Total | 517 | 530',
      ],
    ],
    [
      'parts of a whole that overlap',
      [
        'group | children',
        'All children looked after | 901',
        'of which boys | 500',
        'of which disabled | 80',
      ],
    ],
    [
      'regions that are rounded to ten',
      [
        'region | 2024 | 2025',
        'North East | 5,760 | 5,640',
        'North West | 14,940 | 14,580',
        'Yorkshire and The Humber | 9,360 | 9,110',
        'Total | 30,060 | 29,320',
      ],
    ],
    [
      'answers of which several can be given',
      ['reason | percent of respondents', 'Too far | 60%', 'Cost | 45%', 'Other | 30%'],
    ],
  ])('accuses nothing of %s', (_, lines) => {
    expect(sentences(lines)).toEqual([]);
  });
});
