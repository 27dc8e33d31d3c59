import { describe, expect, test } from 'vitest';
import { sentences } from './printed-lines.fixture.ts';

describe('rates, growth and stocks', () => {
  test('a rate is the count over the population', () => {
    expect(
      sentences([
        'authority | children | population | rate per 10,000',
        'A | 545 | 61,900 | 88',
        'B | 1,024 | 155,200 | 66',
        'C | 639 | 68,700 | 39',
        'D | 901 | 170,000 | 53',
      ]),
    ).toEqual(['“C”, “rate per 10,000” says 39, but 639 among 68,700 is 93.']);
  });

  test('two rates of one column are of one population', () => {
    expect(
      sentences([
        'measure | 2020 | 2021',
        'Looked after | 1,106 | 1,120',
        'Looked after per 10,000 | 64.8 | 65.6',
        'Started | 341 | 350',
        'Started per 10,000 | 20.0 | 25.5',
      ]),
    ).toEqual([
      'In “2021” no one population gives both 65.6 for 1,120 (“Looked after per 10,000”) and 25.5 for 350 (“Started per 10,000”).',
    ]);
  });

  test('they are that in columns side by side too', () => {
    expect(
      sentences([
        'year | Looked after | Looked after per 10,000 | Started | Started per 10,000',
        '2020 | 1,106 | 64.8 | 341 | 20.0',
        '2021 | 1,121 | 65.6 | 351 | 25.5',
      ]),
    ).toEqual([
      'In “2021” no one population gives both 65.6 for 1,121 (“Looked after per 10,000”) and 25.5 for 351 (“Started per 10,000”).',
    ]);
  });

  test('a target follows from the rate at which it is reached, down and across', () => {
    const sentence = '15.45% of 660 (“Enquiries”) is 102, but “Approvals” says 103: 1 more.';

    expect(
      sentences([
        'target | 2024-25',
        'Enquiries | 660',
        'Approval rate | 15.45%',
        'Approvals | 103',
      ]),
    ).toEqual([sentence]);
    expect(
      sentences(['year | Enquiries | Approval rate | Approvals', '2024-25 | 660 | 15.45% | 103']),
    ).toEqual([sentence]);
  });

  test('what words beside a figure claim is checked', () => {
    expect(
      sentences([
        'measure | value | unit | note',
        'In care | 1184 | children | up from 1094 four years earlier: 9%',
        'Within county | 41 | children | of 113; stated 34%',
        'Weekly cost | 1310 | GBP | stated rise of 30%',
        'Weekly cost | 1728 | GBP | stated rise of 30%',
      ]),
    ).toEqual([
      '“In care” says 1184 and calls it a change of 9% on 1094; from 1094 to 1184 it is 8%. 9% on 1094 would be 1,192.',
      '“Within county” calls 41 of 113 34%; it is 36%.',
      '“Weekly cost” is said to change by 30%; from 1310 to 1728 it is 32%.',
    ]);
  });

  test('a change is what lies between two columns, in number and per cent', () => {
    expect(
      sentences([
        'authority | 2022 | 2023 | change | change %',
        'A | 50 | 60 | 10 | 20%',
        'B | 80 | 72 | -8 | -10%',
        'C | 40 | 44 | 5 | 10%',
        'D | 90 | 99 | 9 | 18%',
      ]),
    ).toEqual([
      '“C”, “change” says 5, but from 40 to 44 the change is 4.',
      '“D”, “change %” says 18%, but from 90 to 99 the change is 10%.',
    ]);
  });

  test('a stock is the one before, plus starts, less leavers', () => {
    expect(
      sentences([
        'home | at start of month | started | left | at end of month',
        'Ash | 20 | 5 | 3 | 22',
        'Elm | 14 | 2 | 4 | 13',
      ]),
    ).toEqual([
      'In “Elm”, 14 before, plus 2 who started, less 4 who left, is 12; the table says 13: 1 more.',
    ]);
  });

  test('a stock follows from the month before, down and across', () => {
    const sentence =
      'In “June”, 501 before, plus 25 who started, less 20 who left, is 506; the table says 516: 10 more.';

    expect(
      sentences([
        'month | start | starters | leavers | end',
        'April | 500 | 20 | 15 | 505',
        'May | 505 | 18 | 22 | 501',
        'June | 501 | 25 | 20 | 516',
      ]),
    ).toEqual([sentence]);
    expect(
      sentences([
        'month | started | left | looked after at month end',
        'April | 20 | 15 | 505',
        'May | 18 | 22 | 501',
        'June | 25 | 20 | 516',
        'July | 5 | 10 | 511',
      ]),
    ).toEqual([sentence]);
    expect(
      sentences([
        'measure | April | May | June | July',
        'Started | 20 | 18 | 25 | 5',
        'Ceased | 15 | 22 | 20 | 10',
        'Children looked after at month end | 505 | 501 | 516 | 511',
      ]),
    ).toEqual([sentence]);
  });

  test('a stock of which a movement is not given is not judged by another line', () => {
    expect(
      sentences([
        'measure | June',
        'Children at the start | 505',
        'Started | c',
        'New foster homes | 4',
        'Ceased | 10',
        'Children at the end | 520',
      ]),
    ).toEqual([]);
  });

  test('two breakdowns of one total have one sum', () => {
    expect(
      sentences([
        'by | group | children',
        'Age | Under 10 | 242',
        'Age | 10 and over | 224',
        'Need | Abuse or neglect | 205',
        'Need | Other | 251',
      ]),
    ).toEqual([
      'In “children”, “Need” adds up to 456 and “Age” to 466: 10 less. If both break down one total, one of them is wrong.',
    ]);
  });
});
