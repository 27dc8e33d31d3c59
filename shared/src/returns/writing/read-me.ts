import { symbolMeaning } from '../../indicators/symbols.ts';
import { totalCode } from '../code-lists/code-list.ts';
import { exampleMark } from '../file-marks.ts';
import type { ReturnFormat } from '../table.ts';
import { formatName } from '../table.ts';
import { sheetName } from './sheet-name.ts';

/** How a format's template is filled, line by line. */
export const readMeLines = (format: ReturnFormat): string[] => [
  format.title,
  `Format ${formatName(format)}`,
  '',
  'One sheet for each table, one month and one authority in a file. Send counts, never rows about children.',
  `The second row of each sheet is an example and is left out when the file is read, because it says ${exampleMark}.`,
  'Headings may stand on a later line, below titles. Case, spaces and line breaks in headings do not matter, nor the order of columns. Further columns are left out.',
  `Write a row for every code, 0 where there are none; or give a row with ${totalCode}, which stands for all of them together.`,
  'Where there is no number, write one of these letters; a blank is never read as zero.',
  ...Object.entries(symbolMeaning).map(([symbol, meaning]) => `    ${symbol}: ${meaning}`),
  '',
  'The sheets:',
  ...format.tables.map((table) => `    ${sheetName(table)}: ${table.description}`),
];
