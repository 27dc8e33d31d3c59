import Papa from 'papaparse';

/** Cuts CSV text that comes in pieces into rows of cells. */
export interface CsvSplitter {
  /**
   * The rows that are complete with this piece of text. Cells come trimmed.
   *
   * @throws RangeError a row is longer than any row should be: a quotation mark is not closed.
   */
  push(text: string): string[][];
  /** The last row, where the text does not end in a line break. */
  end(): string[][];
}

/** More than any row should be. Unit: characters. */
const longestRow = 1_000_000;

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

  const split = (isEnd: boolean): string[][] => {
    shape ??= shapeOf(rest, delimiter);
    const { data, meta }: Papa.ParseResult<string[]> = new Papa.Parser(shape).parse(
      rest,
      0,
      !isEnd,
    );
    rest = isEnd ? '' : rest.slice(meta.cursor);
    for (const cells of data) {
      for (const [position, cell] of cells.entries()) cells[position] = cell.trim();
    }
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
