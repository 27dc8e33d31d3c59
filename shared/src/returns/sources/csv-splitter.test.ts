import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCsvSplitter, RowTooWide } from './csv-splitter.ts';

/** The rows of a text that comes in pieces of some length. */
function splitInPieces(text: string, length: number): string[][] {
  const splitter = createCsvSplitter();
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${length}}`, 'g')) ?? [];
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

describe('cutting CSV text into rows', () => {
  test('trims cells and keeps commas, quotes and line breaks inside quotes', () => {
    expect(splitInPieces('a, b ,c\r\n"1, ""one""","2\n2",3\r\n', 1_000)).toEqual([
      ['a', 'b', 'c'],
      ['1, "one"', '2\n2', '3'],
    ]);
  });

  test('takes semicolons, tabs and the line breaks of an old Mac', () => {
    expect(splitInPieces('a;b\n1;2', 1_000)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(splitInPieces('a\tb\r1\t2', 1_000)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('gives the same rows however the text is cut', () => {
    const text = 'CHILD,NAME\r\n1,"A, B"\r\n2,"C\r\nD"\r\n3,plain\r\n4,last';

    fc.assert(
      fc.property(fc.integer({ min: 12, max: 60 }), (length) => {
        expect(splitInPieces(text, length)).toEqual(splitInPieces(text, 1_000));
      }),
    );
  });

  test('refuses a quotation mark that is never closed instead of holding the file', () => {
    const splitter = createCsvSplitter();
    splitter.push('a,b\n1,"2\n');

    expect(() => splitter.push('x'.repeat(1_000_001))).toThrow('A quotation mark is not closed.');
  });

  test('refuses a row of more cells than any row should have, wherever it stands', () => {
    const fits = 'x'.padEnd(1_000, ',');

    expect(splitInPieces(`${fits}\n`, 300)).toEqual([['x', ...Array(999).fill('')]]);
    expect(() => splitInPieces(`a,b\n1,2\n${fits},\n`, 300)).toThrow(
      new RowTooWide('Row 3 has 1,001 cells, more than any row should have.'),
    );
    expect(() => splitInPieces(`a,b\n${fits},`, 5_000)).toThrow(RowTooWide);
  });
});
