import { describe, expect, test } from 'vitest';
import { sentences } from './printed-lines.fixture.ts';

describe('shares', () => {
  test('of a printed total are checked one by one', () => {
    expect(
      sentences([
        'type | children | %',
        'Foster | 431 | 59.0%',
        'Agency | 236 | 32.3%',
        'Homes | 63 | 6.8%',
        'Total | 730 | 100%',
      ]),
    ).toEqual(
      [
        'The rows add up to 98.1% in “%”, not to 100%. Rounding explains 0.15 at most.',
        '“Homes”, “%” says 6.8%, but 63 of 730 is 8.6% (8.63%).',
      ].reverse(),
    );
  });

  test('of another column are checked row by row', () => {
    expect(
      sentences([
        'home | places | occupied | occupancy',
        'Ash | 4 | 3 | 75%',
        'Elm | 6 | 1 | 17%',
        'Fir | 8 | 2 | 30%',
        'Oak | 5 | 5 | 100%',
      ]),
    ).toEqual(['“Fir”, “occupancy” says 30%, but 2 of 8 is 25%.']);
  });

  test('of too small a base are told with what it leaves out', () => {
    expect(
      sentences([
        'type | children | percent',
        'Foster | 120 | 60%',
        'Homes | 50 | 25%',
        'Lodgings | 30 | 15%',
        'Not recorded | 25 | 12.5%',
        'Total | 225 | ',
      ]),
    ).toEqual([
      'The percentages in “percent” are of about 200, but “children” adds up to 225. That is what is left without “Not recorded”.',
      'The rows add up to 112.5% in “percent”, not to 100%. Rounding explains 1.55 at most.',
    ]);
  });

  test('may stand in rows below what they are made of', () => {
    expect(
      sentences([
        'year | 2019 | 2020 | 2021 | 2022',
        'Occupied | 3 | 1 | 2 | 5',
        'Places in all | 4 | 6 | 8 | 5',
        'Occupancy | 75% | 17% | 30% | 100%',
      ]),
    ).toEqual(['“2021”, “Occupancy” says 30%, but 2 of 8 is 25%.']);
    expect(
      sentences([
        'type | Foster | Agency | Homes | Total',
        'Children | 431 | 236 | 63 | 730',
        'Share | 59.0% | 32.3% | 6.8% | ',
      ]),
    ).toEqual(['“Homes”, “Share” says 6.8%, but 63 of 730 is 8.6% (8.63%).']);
  });

  test('that stand one row too low are told as one fault', () => {
    expect(
      sentences([
        'type | children | percent',
        'Foster | 431 | ',
        'Agency | 236 | 59.04%',
        'Homes | 41 | 32.33%',
        'Other | 22 | 5.62%',
        'Total | 730 | ',
      ]),
    ).toEqual([
      '“percent” has slipped by a row: its percentages are the shares of “children” in the row above.',
    ]);
  });

  test('or totals, slipped by a row, are told once', () => {
    expect(
      sentences([
        'home | girls | boys | total',
        'Ash | 10 | 12 | ',
        'Elm | 17 | 14 | 22',
        'Fir | 21 | 25 | 31',
        'Oak | 30 | 33 | 46',
        'Yew | 2 | 9 | 63',
      ]),
    ).toEqual(['“total” has slipped by a row: it fits the row above its own.']);
  });

  test('side by side add up to 100 in each row', () => {
    expect(
      sentences(['area | in county | outside', 'A | 60% | 40%', 'B | 71% | 29%', 'C | 55% | 35%']),
    ).toEqual(['The percentages of “C” add up to 90%, not to 100%. Rounding explains 1 at most.']);
  });

  test('that claim to be all add up to 100; those that do not claim it need not', () => {
    expect(sentences(['group | share', 'White | 70%', 'Mixed | 9%', 'Other | 8%'])).toEqual([
      'The rows add up to 87% in “share”, not to 100%. Rounding explains 1.5 at most.',
    ]);
    expect(sentences(['group | share', 'White | 70%', 'Mixed | 9%', 'Black | 8%'])).toEqual([]);
  });
});
