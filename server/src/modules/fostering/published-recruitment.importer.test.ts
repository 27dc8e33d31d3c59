import { describe, expect, test } from 'vitest';
import { readPublishedRecruitment } from './published-recruitment.importer.ts';

const header = 'month,enquiries_2021_22,enquiries_2022_23,starters_2021_22,starters_2022_23';

const read = (...lines: readonly string[]) =>
  readPublishedRecruitment(`${[header, ...lines].join('\n')}\n`);

describe('printed recruitment', () => {
  test('is of the calendar month that its year makes of it', () => {
    const { months, totals, issues } = read(
      'April,31,30,0,4',
      'March,41,n/a,2,n/a',
      'TOTAL,72,30,2,4',
    );

    expect(issues).toEqual([]);
    expect(months).toEqual([
      { monthEnd: '2021-04-30', enquiries: 31, starters: 0 },
      { monthEnd: '2022-03-31', enquiries: 41, starters: 2 },
      { monthEnd: '2022-04-30', enquiries: 30, starters: 4 },
      { monthEnd: '2023-03-31', enquiries: null, starters: null },
    ]);
    expect(totals).toEqual([
      { year: '2021-22', enquiries: 72, starters: 2 },
      { year: '2022-23', enquiries: 30, starters: 4 },
    ]);
  });

  test('keeps a total as it is printed, wrong as it may be', () => {
    const { totals } = read('April,31,30,0,4', 'TOTAL,31,30,0,40');

    expect(totals[1]).toEqual({ year: '2022-23', enquiries: 30, starters: 40 });
  });

  test.each([
    ['a blank cell', ['April,,30,0,4', 'TOTAL,1,1,1,1'], 'row 1 enquiries_2021_22'],
    ['a word', ['April,many,30,0,4', 'TOTAL,1,1,1,1'], 'row 1 enquiries_2021_22'],
    ['a line that is no month', ['Avril,1,30,0,4', 'TOTAL,1,1,1,1'], 'row 1 month'],
    ['no line of totals', ['April,1,30,0,4'], 'row 0 month'],
  ])('refuses %s', (_what, lines, place) => {
    const { issues } = read(...lines);

    expect(issues.map(({ row, column }) => `row ${row} ${column}`)).toContain(place);
  });

  test('refuses a table without years', () => {
    const { issues } = readPublishedRecruitment('month,enquiries\nApril,3\nTOTAL,3\n');

    expect(issues.map(({ column }) => column)).toContain('header');
  });
});
