import type { RowIssue } from '../../../row-issue.ts';
import { readDay } from '../../day-texts.ts';
import { csvLines } from '../csv-lines.ts';
import type { ProviderColumns, ProviderField } from './provider-columns.ts';
import { providerColumns } from './provider-columns.ts';

/** One service on Ofsted's register. Null where the file does not say. */
export interface OfstedService {
  /** Data row, counted from 1 without the header. */
  readonly row: number;
  readonly urn: string | null;
  /** In Ofsted's words of today, for example “Children’s home”: earlier files write the same types otherwise. */
  readonly provisionType: string;
  /** Active or Suspended; in files about a year, Resigned and Cancelled too. */
  readonly status: string | null;
  /** Null for children's homes: Ofsted redacts them. */
  readonly name: string | null;
  /** Where it stands, as Ofsted spells it. */
  readonly authority: string;
  readonly sector: string | null;
  /** Registered places. */
  readonly places: number | null;
  readonly owner: string | null;
  /** Of the latest full inspection; null until there is one. */
  readonly judgement: string | null;
  /** Day of that inspection, `2025-03-31`. */
  readonly judgedOn: string | null;
}

/** What the file says, and every problem found in it. */
export interface OfstedProviders {
  /** The day the file speaks for, `2025-03-31`, as its title says; null where it has no title. */
  readonly asAt: string | null;
  readonly services: readonly OfstedService[];
  readonly issues: readonly RowIssue[];
}

/** Lines among which the header is looked for: titles, notes and group headings stand above it. */
const headerWithin = 20;

/**
 * Ofsted's provider-level file, in the layout of any year since 2015.
 *
 * @source Ofsted, Children's social care data in England; text as `textOf` gives it: some years are not in UTF-8.
 */
export function readOfstedProviders(text: string): OfstedProviders {
  const { rows, issues: unread } = csvLines(text);
  const header = findHeader(rows);
  const title = rows
    .slice(0, header?.line ?? headerWithin)
    .flat()
    .join(' ');
  if (!header) {
    const message = 'must have the columns Provision type and Local authority';
    return {
      asAt: asAtIn(title),
      services: [],
      issues: [...unread, { row: 0, column: '', message }],
    };
  }

  const issues: RowIssue[] = [...unread];
  const services = rows.slice(header.line + 1).flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return [];
    return serviceOf(cells, { row: index + 1, columns: header.columns, issues });
  });
  return { asAt: asAtIn(title), services, issues };
}

function findHeader(rows: readonly (readonly string[])[]) {
  for (const [line, cells] of rows.slice(0, headerWithin).entries()) {
    const columns = providerColumns(cells);
    if (columns) return { line, columns };
  }
  return null;
}

const asAt = /as at (\d{1,2} [A-Z][a-z]+ \d{4})/;

const asAtIn = (title: string): string | null => dayIn(asAt.exec(title)?.[1] ?? '');

function dayIn(text: string): string | null {
  const reading = readDay(text);
  return 'text' in reading ? reading.text : null;
}

/** What Ofsted writes where there is nothing to say. */
const nothing: ReadonlySet<string> = new Set(['', 'NULL', 'REDACTED', '-']);

/** Types by every spelling: with other capitals, another apostrophe, or the days a school is open. */
const provisionTypes: readonly (readonly [spelling: RegExp, type: string])[] = [
  [/^children['’]s home$/i, 'Children’s home'],
  [/^secure children['’]s home$/i, 'Secure children’s home'],
  [/^independent fostering agency$/i, 'Independent fostering agency'],
  [/^supported accommodation$/i, 'Supported accommodation'],
  [
    /^residential special school \(.*(children['’]s home|295 days).*\)$/i,
    'Residential special school (registered as a children’s home)',
  ],
  [/^residential special school$/i, 'Residential special school'],
  [/^residential family centre$/i, 'Residential family centre'],
];

const typeOf = (text: string): string =>
  provisionTypes.find(([spelling]) => spelling.test(text))?.[1] ?? text;

/** Words of which only the capitals changed: Local Authority, Requires Improvement. */
const inSentenceCase = (text: string): string => text.slice(0, 1) + text.slice(1).toLowerCase();

interface RowContext {
  readonly row: number;
  readonly columns: ProviderColumns;
  readonly issues: RowIssue[];
}

function serviceOf(cells: readonly string[], { row, columns, issues }: RowContext): OfstedService {
  const cell = (field: ProviderField): string | null => {
    const text = cells[columns.get(field) ?? -1] ?? '';
    return nothing.has(text) ? null : text;
  };
  const checked = (field: ProviderField, column: string, read: (text: string) => string | null) => {
    const text = cell(field);
    const value = text === null ? null : read(text);
    if (text !== null && value === null)
      issues.push({ row, column, message: messages[column] ?? '' });
    return value;
  };
  const places = checked('places', 'Places', (text) => (/^\d+$/.test(text) ? text : null));
  const judgement = cell('judgement') ?? cell('supportedJudgement');

  return {
    row,
    urn: checked('urn', 'URN', (text) => (/^(SC\d{6}|\d{7})$/.test(text) ? text : null)),
    provisionType: typeOf(cell('provisionType') ?? ''),
    status: cell('status'),
    name: cell('name'),
    authority: cell('authority') ?? '',
    sector: mapped(cell('sector'), inSentenceCase),
    places: places === null ? null : Number(places),
    owner: cell('owner'),
    judgement: mapped(judgement, inSentenceCase),
    judgedOn: checked('judgedOn', 'Inspection date', dayIn),
  };
}

const mapped = (text: string | null, change: (text: string) => string): string | null =>
  text === null ? null : change(text);

const messages: Readonly<Record<string, string>> = {
  Places: 'must be a whole number',
  URN: 'must be an Ofsted URN, for example SC123456',
  'Inspection date': 'must be a day, for example 31/03/2025',
};
