import type { EnquiryColumn } from '@sufficiency/shared/fostering/enquiry-file.ts';
import {
  columnOf,
  enquiryColumns,
  exampleReference,
} from '@sufficiency/shared/fostering/enquiry-file.ts';
import type { Stage } from '@sufficiency/shared/fostering/stages.ts';
import { readCsvLines } from '../../platform/csv-reader.ts';
import type { EnquiryRowProblem, SentEnquiries, SentEnquiry } from './sent-enquiry.ts';

/** As many enquiries are taken at once. */
const mostRows = 5_000;

/** As many columns of a header are looked at: far more than there can be. */
const mostColumns = 100;

/** The columns of a header, each where it stands. */
type Places = ReadonlyMap<EnquiryColumn, number>;

/** A cell that was read: its canonical text, empty where it is blank. */
type Cells = ReadonlyMap<string, string>;

const folded = (heading: string) => heading.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

/**
 * Reads a CRM's file of enquiries: CSV with one enquiry a row, in the columns of `enquiryColumns`. Everything that is wrong is
 * told at once; a column that is not known is refused, so that nothing about people comes in by accident.
 *
 * @param codeOf GSS code of an authority by its code or name; null where there is none.
 */
export function readEnquiryFile(
  text: string,
  stages: readonly Stage[],
  codeOf: (authority: string) => string | null,
): SentEnquiries {
  const { rows: lines, issues } = readCsvLines(text);
  const [unread] = issues;
  if (unread) return refused(`The file cannot be read as CSV: ${unread.message}`);
  const [header = [], ...body] = lines;
  const columns = enquiryColumns(stages);
  if (header.length > mostColumns) {
    return refused(`The file has ${header.length} columns: at most ${columns.length} are known.`);
  }
  const problems = headerProblems(header, columns);
  if (body.length > mostRows) {
    problems.push(
      whole(`The file has ${body.length} rows: at most ${mostRows} are taken at once.`),
    );
  }
  if (problems.length > 0) return { enquiries: [], problems };
  const places: Places = new Map(
    columns.flatMap((column) => {
      const place = header.findIndex((heading) => folded(heading) === column.name);
      return place === -1 ? [] : [[column, place] as const];
    }),
  );
  const enquiries = body.flatMap((line, index): SentEnquiry[] => {
    const row = index + 2;
    const { cells, wrong } = readLine(line, places);
    if (cells.get('reference') === exampleReference || line.every((cell) => cell === '')) return [];
    const authority = cells.get('authority') ?? '';
    const code = authority === '' ? null : codeOf(authority);
    if (authority !== '' && code === null) {
      wrong.push({ column: 'authority', message: `“${authority.slice(0, 60)}” is no authority` });
    }
    problems.push(...wrong.map((problem) => ({ row, ...problem })));
    return wrong.length > 0 ? [] : [toEnquiry(row, cells, code, columns)];
  });
  return { enquiries, problems };
}

const whole = (message: string): EnquiryRowProblem => ({ row: null, column: null, message });

const refused = (message: string): SentEnquiries => ({ enquiries: [], problems: [whole(message)] });

function headerProblems(
  header: readonly string[],
  columns: readonly EnquiryColumn[],
): EnquiryRowProblem[] {
  const names = header.map(folded);
  const known = new Set(columns.map(({ name }) => name));
  return [
    ...columns
      .filter(({ name, required }) => required && !names.includes(name))
      .map(({ name }) => ({ row: 1, column: name, message: 'is missing: every file has it' })),
    ...header
      .filter((heading) => !known.has(folded(heading)))
      .map((heading) => ({
        row: 1,
        column: heading.slice(0, 60),
        message: 'is no column of this file: leave it out. Nothing about people is taken',
      })),
    ...header
      .filter((heading, index) => names.indexOf(folded(heading)) !== index)
      .map((heading) => ({ row: 1, column: heading.slice(0, 60), message: 'is there twice' })),
  ];
}

function readLine(line: readonly string[], places: Places) {
  const cells = new Map<string, string>();
  const wrong: { column: string; message: string }[] = [];
  for (const [column, place] of places) {
    const text = line[place] ?? '';
    if (text === '') {
      if (column.required) wrong.push({ column: column.name, message: 'must not be blank' });
      continue;
    }
    const reading = column.read(text);
    if ('text' in reading) cells.set(column.name, reading.text);
    else wrong.push({ column: column.name, message: reading.problem });
  }
  return { cells, wrong };
}

function toEnquiry(
  row: number,
  cells: Cells,
  authority: string | null,
  columns: readonly EnquiryColumn[],
): SentEnquiry {
  const optional = (name: string) => cells.get(name) ?? null;
  return {
    row,
    authority,
    reference: cells.get('reference') ?? '',
    householdType: cells.get('household_type') ?? '',
    source: cells.get('source') ?? 'NK',
    campaign: optional('campaign'),
    area: optional('area'),
    backLoaded: cells.get('back_loaded') === 'yes',
    events: columns.flatMap(({ event }) => {
      const column = event === null ? '' : columnOf(event);
      const on = cells.get(column);
      if (event === null || on === undefined) return [];
      const withdrawal = event === 'WITHDRAWN' && {
        reason: optional('withdrawal_reason'),
        byWhom: optional('withdrawn_by'),
      };
      return [{ row, column, on, kind: event, ...withdrawal }];
    }),
  };
}
