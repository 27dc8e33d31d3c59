import { describe, expect, test } from 'vitest';
import {
  countSentence,
  fileSentence,
  rowsInWords,
  smallNumberSentence,
} from './ssda903-sentence.ts';

const table = (name: string, isSmall = false) => ({
  name,
  title: name,
  headings: [],
  rows: [[{ text: '3', meaning: null, isNumber: true, isSmall }]],
});

const counted = {
  children: 1_545,
  unaccompanied: 41,
  files: [],
  problems: [],
  workbook: new Blob(),
  preview: [
    table('children-by-age'),
    table('children-by-distance'),
    table('children-by-unaccompanied-status'),
  ],
};

describe('what was counted', () => {
  test('is said in a sentence, with what the files do not tell', () => {
    expect(countSentence(counted, '30 September 2026')).toBe(
      '1,545 children were looked after on 30 September 2026, of whom 41 unaccompanied and seeking asylum. These files do not tell: reasons for distance, and unregistered settings. Those tables are left out.',
    );
    expect(
      countSentence(
        { ...counted, children: 1, unaccompanied: 0, preview: [] },
        '30 September 2026',
      ),
    ).toBe(
      '1 child was looked after on 30 September 2026. These files do not tell: age, gender and ethnicity (there is no header file); distance and area (the episodes file has no PL_DISTANCE, PL_LOCATION or PL_LA); who is unaccompanied (there is no UASC file); reasons for distance, and unregistered settings. Those tables are left out.',
    );
  });

  test('names rows, and counts those it does not name', () => {
    expect(rowsInWords([4], 1)).toBe('Row 4');
    expect(rowsInWords([4, 9], 2)).toBe('Rows 4, 9');
    expect(rowsInWords([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], 1_313)).toBe(
      'Rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 1,301 more',
    );
  });

  test('tells of a file what it is, or that it is not read', () => {
    expect(fileSentence({ kind: 'uasc', rows: 1 })).toBe('unaccompanied children, 1 row.');
    expect(fileSentence({ kind: null, rows: 0 })).toMatch(/^not read\./);
  });

  test('tells how many numbers are small', () => {
    expect(smallNumberSentence([table('a')])).toBe('No cell holds a number from 1 to 5.');
    expect(smallNumberSentence([table('a', true)])).toMatch(
      /^1 cell holds a number from 1 to 5 and is marked/,
    );
    expect(smallNumberSentence([table('a', true), table('b', true)])).toMatch(
      /^2 cells hold a number from 1 to 5 and are marked/,
    );
  });
});
