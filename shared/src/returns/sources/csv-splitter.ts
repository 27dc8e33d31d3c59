import Papa from 'papaparse';

/** Cuts CSV text that comes in pieces into rows of cells. */
export interface CsvSplitter {
  /**
   * The rows that are complete with this piece of text. Cells come trimmed.
   *
   * @throws RangeError a row is longer than any row should be: a quotation mark is not closed.
   * @throws RowTooWide a row has more cells than any row should have.
   */
  push(text: string): string[][];
  /**
   * The last row, where the text does not end in a line break.
   *
   * @throws RowTooWide as `push`.
   */
  end(): string[][];
}

/** More than any row should be. Unit: characters. */
const longestRow = 1_000_000;

/** More than any row should have: empty ones too take time and memory. */
const mostCells = 1_000;

/** A row has more cells than any row should have. Its message is a sentence. */
export class RowTooWide extends RangeError {
  override readonly name = 'RowTooWide';
}

/** What separates cells and rows, judged by the beginning of the text. */
function shapeOf(text: string, known: string | undefined): Papa.ParseConfig {
  const delimiter = known ?? Papa.parse(text, { preview: 5 }).meta.delimiter;
  // A text of mixed line breaks is cut at `\n`; a `\r` that is left over is trimmed away.
  return { delimiter, newline: text.includes('\n') ? '\n' : '\r' };
}

/**
 * A splitter for one text: separated by the delimiter given, else by commas, semicolons, tabs or bars, as its beginning says.
 *
 * A row cut in two by the end of a piece waits for the next piece, so a text of any length takes the memory of a piece.
 */
export function createCsvSplitter(delimiter?: string): CsvSplitter {
  let rest = '';
  let shape: Papa.ParseConfig | null = null;
  let before = 0;

  const split = (isEnd: boolean): string[][] => {
    shape ??= shapeOf(rest, delimiter);
    const { data, meta }: Papa.ParseResult<string[]> = new Papa.Parser(shape).parse(
      rest,
      0,
      !isEnd,
    );
    rest = isEnd ? '' : rest.slice(meta.cursor);
    for (const [index, cells] of data.entries()) {
      if (cells.length > mostCells) throw tooWide(before + index + 1, cells.length);
      for (const [position, cell] of cells.entries()) cells[position] = cell.trim();
    }
    before += data.length;
    return data;
  };

  return {
    push: (text) => {
      rest += text;
      const rows = split(false);
      if (rest.length > longestRow) throw new RangeError('A quotation mark is not closed.');
      return rows;
    },
    end: () => (rest === '' ? [] : split(true)),
  };
}

const tooWide = (row: number, cells: number) =>
  new RowTooWide(
    `Row ${row} has ${cells.toLocaleString('en-GB')} cells, more than any row should have.`,
  );
