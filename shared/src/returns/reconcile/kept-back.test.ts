import { describe, expect, test } from 'vitest';
import { reconciled, sentences } from './printed-lines.fixture.ts';

describe('what is not given', () => {
  const table = (figure: string) => [
    'age | girls | boys | total',
    `under 5 | ${figure} | 12 | 22`,
    '5 to 9 | 15 | 14 | 29',
    'total | 25 | 26 | 51',
  ];

  test.each(['c', 'x', 'X', '-', '–', '..', ':', '~', '*', 'n/a', 'No data', '[x]', '<5', ''])(
    '“%s” is unknown, never zero',
    (symbol) => {
      const { findings: found, unchecked } = reconciled(table(symbol));

      expect(found).toEqual([]);
      expect(unchecked.map(({ sentence }) => sentence)).toEqual([
        'The total of “girls” cannot be checked: no figure is given for “under 5”.',
        'The total of “under 5” cannot be checked: no figure is given for “girls”.',
      ]);
    },
  );

  test('is not worked out where it is a total, whatever else is wrong', () => {
    expect(
      sentences([
        'type | children | percent',
        'Foster | 431 | 59.0%',
        'Agency | 236 | 32.3%',
        'Homes | 63 | 6.8%',
        'Total | c | 100%',
      ]),
    ).toEqual([
      'The rows add up to 98.1% in “percent”, not to 100%. Rounding explains 0.15 at most.',
    ]);
    expect(
      sentences([
        'type | children | percent',
        'Foster | 120 | 60%',
        'Homes | 50 | 25%',
        'Lodgings | 55 | 27.5%',
        'Total | c | ',
      ]),
    ).toEqual([]);
    expect(
      sentences([
        'by | group | children',
        'All | Total | x',
        'Age | Under 10 | 242',
        'Age | 10 and over | 224',
        'Need | Abuse or neglect | 205',
        'Need | Other | 251',
      ]),
    ).toEqual([]);
  });

  test('is not worked out above a subtotal', () => {
    expect(
      sentences(['home | beds', 'Ash | c', 'Elm | 7', 'Subtotal | c', 'Oak | 4', 'Total | 16']),
    ).toEqual([]);
  });

  test('zero is zero', () => {
    expect(sentences(table('0'))).toEqual([
      '“under 5” in “girls” says 0, but 10 would make both its row and its column add up.',
    ]);
  });
});
