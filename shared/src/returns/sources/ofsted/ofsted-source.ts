import { publisherNames } from '../../../authorities/publisher-names.ts';
import { readDay } from '../../day-texts.ts';
import type { ReadingContext } from '../../reading/reading-context.ts';
import type { PublishedSource } from '../published-source.ts';
import { rowsText } from '../published-source.ts';
import type { ProviderField } from './provider-columns.ts';
import { providerColumns } from './provider-columns.ts';

/** Lines among which the header is looked for: titles, notes and group headings stand above it. */
const headerWithin = 20;

/** The code of each kind of provision with beds, by every spelling of the years since 2015. */
const provisionCodes: readonly (readonly [spelling: RegExp, code: string])[] = [
  [/^children['’]s home$/i, 'CHILDRENS-HOME'],
  [/^secure children['’]s home$/i, 'SECURE'],
  [/^residential special school \(.*(children['’]s home|295 days).*\)$/i, 'SCHOOL'],
  [/^supported accommodation$/i, 'SUPPORTED'],
];

/**
 * Ofsted’s provider-level file, in the layout of any year since 2015, as the homes of a return of beds; null for any
 * other file. Other returns ask for nothing that it says.
 *
 * Only homes that the authority itself runs are taken: whose beds it holds for itself the register does not tell. It
 * knows the places of a certificate, and not how many of them are open.
 *
 * @source Ofsted, Children’s social care data in England, provider level.
 */
export function ofstedSource(
  lines: readonly (readonly string[])[],
  context: ReadingContext,
): PublishedSource | null {
  const line = lines.slice(0, headerWithin).findIndex((cells) => providerColumns(cells) !== null);
  const fields = providerColumns(lines[line] ?? []);
  if (!fields) return null;
  const at = (field: ProviderField) => fields.get(field) ?? -1;
  const headings = (lines[line] ?? []).map((cell) => cell.replaceAll(/\s+/g, ' ').trim());
  const width = headings.length;
  const table = context.format.tables.find(({ name }) => name === 'homes');
  const asAt = asAtIn(lines.slice(0, line));
  const left = { others: 0, kinds: 0 };
  // Behind the file's own columns: what it does not say, or not in every year.
  const added = ['Month', 'Sector', 'Places', 'Operational beds', 'Usable beds'];
  const [month, sector, places, operational, usable] = added.map((_, order) => width + order);

  return {
    name: 'Ofsted’s provider-level file',
    line,
    width: headings.findLastIndex((heading) => heading !== '') + 1,
    otherMonth: asAt === null || asAt === context.period ? null : asAt,
    tables: table
      ? [
          {
            table,
            headings: [...headings, ...added],
            positions: [
              at('authority'),
              month ?? -1,
              at('urn'),
              at('provisionType'),
              sector ?? -1,
              fields.get('places') ?? places ?? -1,
              operational ?? -1,
              usable ?? -1,
            ],
          },
        ]
      : [],
    take(cells, row) {
      if (!table || cells.every((cell) => cell.trim() === '')) return null;
      const cell = (field: ProviderField) => cells[at(field)]?.trim() ?? '';
      if (!isRunBy(context.authority, cell)) {
        left.others += 1;
        return null;
      }
      const kind = provisionCodes.find(([spelling]) => spelling.test(cell('provisionType')));
      if (!kind) {
        left.kinds += 1;
        return null;
      }
      const own = Array.from({ length: width }, (_, position) => cells[position] ?? '');
      own[at('authority')] = context.authority.code;
      own[at('provisionType')] = kind[1];
      return { table, row, cells: [...own, context.period, 'PR1', 'x', 'x', 'x'] };
    },
    end: () => ({ lines: [], leftOut: sentencesOf(left, context, asAt) }),
  };
}

const sentencesOf = (
  { others, kinds }: { readonly others: number; readonly kinds: number },
  { authority, period }: ReadingContext,
  asAt: string | null,
): string[] => [
  ...(others > 0
    ? [`left out ${rowsText(others)} about homes and services that ${authority.name} does not run.`]
    : []),
  ...(kinds > 0 ? [`left out ${rowsText(kinds)} about services without beds.`] : []),
  ...(asAt === null
    ? [`it does not say for which day it speaks, so its homes were taken as those of ${period}.`]
    : []),
];

const asAt = /as at (\d{1,2} [A-Z][a-z]+ \d{4})/;

/** Label of the month that a title above the header speaks for; null where none does. */
function asAtIn(lines: readonly (readonly string[])[]): string | null {
  const [, day = ''] = asAt.exec(lines.flat().join(' ')) ?? [];
  const reading = readDay(day);
  return 'text' in reading ? reading.text.slice(0, 7) : null;
}

/** What a council may put before and after its place’s name. */
const council = (name: string) =>
  new RegExp(
    `^(the|council|city|county|of|london|royal|metropolitan|borough)*${name}(city|county|metropolitan|district|unitary|borough|authority)*council$`,
  );

const letters = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z]/g, '');

/** Owned by the authority’s council, wherever it stands; where no owner is told, by a council and in its area. */
function isRunBy(
  { code, name }: ReadingContext['authority'],
  cell: (field: ProviderField) => string,
): boolean {
  const owner = letters(cell('owner'));
  if (owner === '' && !/^local authority/i.test(cell('sector'))) return false;
  const plain = letters(name.replace(/, (county|city) of$/i, ''));
  if (owner !== '') return council(plain).test(owner);
  const place = cell('authority');
  return publisherNames.Ofsted[place] === code || letters(place) === letters(name);
}
