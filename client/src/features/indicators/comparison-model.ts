import type { CompareChoices, ComparisonData } from './compare-query.ts';
import type { CompareSort } from './compare-state.ts';
import type { ReleasedPart } from './released.ts';
import { releasedPart } from './released.ts';

type ServerRow = ComparisonData['latest']['rows'][number];
type Columns = NonNullable<ComparisonData['series']>['rows'][number]['columns'];

export type ComparedIndicator = ServerRow['indicator'];
export type ComparedCell = ServerRow['cells'][number];

/** Whom figures are about: an authority (it has a code) or what authorities are held against. */
export interface Subject {
  /** Unlike among the subjects of a comparison. */
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
}

/** One value of a series; `value` is null exactly where there is a symbol. */
export interface SeriesPoint {
  readonly period: string;
  readonly value: number | null;
  readonly symbol: string | null;
}

/** One indicator for every subject, by the subject's id. */
export interface ComparedRow {
  readonly indicator: ComparedIndicator;
  readonly period: string;
  readonly comparable: boolean;
  readonly warnings: readonly string[];
  readonly cells: ReadonlyMap<string, ComparedCell>;
  /** All periods asked for, oldest first; empty when only one was. */
  readonly series: ReadonlyMap<string, readonly SeriesPoint[]>;
  /** Whether any figure of it is made up, those of its series included: then the whole row says so, wherever it goes. */
  readonly synthetic: boolean;
  /** How many authorities have a rank in this row; none has where only one could. */
  readonly ranked: number;
  /** How much of it comes from releases. */
  readonly released: ReleasedPart;
}

/** A comparison as the page lays it out. */
export interface ComparedView {
  readonly authorities: readonly Subject[];
  /** England, regions, the consortium: each stands once, beside all authorities. */
  readonly comparators: readonly Subject[];
  /** Means of statistical neighbours: each belongs to one authority and stands with it. */
  readonly neighbours: readonly Subject[];
  readonly rows: readonly ComparedRow[];
}

/** Names that the figures' answer leaves out. */
export interface SubjectNames {
  readonly consortium: string;
  readonly authorities: ReadonlyMap<string, { readonly name: string; readonly region: string }>;
}

export function subjectNames(choices: CompareChoices): SubjectNames {
  return {
    consortium: choices.consortium?.name ?? 'the consortium',
    authorities: new Map(choices.authorities.map((authority) => [authority.code, authority])),
  };
}

/** A subject's name inside a sentence, in the singular. */
export const nameInSentence = ({ id, name }: Subject): string =>
  id.startsWith(neighboursId(''))
    ? `the mean of ${name.charAt(0).toLowerCase()}${name.slice(1)}`
    : name;

/** Id of the subject that stands for the statistical neighbours of an authority. */
export const neighboursId = (code: string) => `neighbours ${code}`;

/** The subject a cell is about. A region is one subject, however many authorities it belongs to. */
export function subjectOf(
  cell: Pick<ComparedCell, 'subject' | 'code' | 'of'>,
  names: SubjectNames,
): Subject {
  const { subject, code } = cell;
  if (code !== null) return { id: code, name: subject, code };

  const owner = names.authorities.get(cell.of ?? '');
  switch (subject) {
    case 'england':
      return { id: 'england', name: 'England', code };
    case 'consortium':
      return { id: 'consortium', name: names.consortium, code };
    case 'region':
      return { id: `region ${owner?.region}`, name: regionName(owner?.region, names), code };
    case 'statistical-neighbours':
      return {
        id: neighboursId(cell.of ?? ''),
        name: `Statistical neighbours of ${owner?.name ?? 'the authority'}`,
        code,
      };
    default:
      return { id: `${subject} ${cell.of}`, name: subject, code };
  }
}

/** A region by its name; one that a consortium is named after says that it is the region. */
function regionName(region: string | undefined, { consortium }: SubjectNames): string {
  if (region === undefined) return 'Region';
  return region === consortium ? `${region} region` : region;
}

/** Arranges what the server sent by subject and indicator. Nothing is computed from figures here. */
export function comparedView(data: ComparisonData, names: SubjectNames): ComparedView {
  const subjects = new Map<string, Subject>();
  for (const row of data.latest.rows) {
    for (const cell of row.cells) {
      const subject = subjectOf(cell, names);
      if (!subjects.has(subject.id)) subjects.set(subject.id, subject);
    }
  }
  const all = [...subjects.values()];
  const isNeighbours = ({ id }: Subject) => id.startsWith(neighboursId(''));

  return {
    authorities: all.filter(({ code }) => code !== null),
    comparators: all.filter((subject) => subject.code === null && !isNeighbours(subject)),
    neighbours: all.filter(isNeighbours),
    rows: data.latest.rows.map((row, index) =>
      comparedRow(row, data.series?.rows[index]?.columns ?? null, names),
    ),
  };
}

function comparedRow(row: ServerRow, columns: Columns | null, names: SubjectNames): ComparedRow {
  const ranked = row.cells.filter(({ rank }) => rank !== null).length;
  // First of one says nothing.
  const shown = (cell: ComparedCell) => (ranked > 1 ? cell : { ...cell, rank: null });
  return {
    indicator: row.indicator,
    period: row.cells[0]?.period ?? '',
    comparable: row.comparable.comparable,
    warnings: row.comparable.warnings,
    cells: new Map(row.cells.map((cell) => [subjectOf(cell, names).id, shown(cell)])),
    series: columns === null ? new Map() : seriesBySubject(row, columns, names),
    synthetic: columns?.synthetic || row.cells.some(({ figure }) => figure.synthetic),
    ranked: ranked > 1 ? ranked : 0,
    released: releasedPart(row.cells.map(({ figure }) => figure)),
  };
}

/** Columns run subject by subject in the order of the cells, and period by period inside a subject. */
function seriesBySubject(
  row: ServerRow,
  columns: Columns,
  names: SubjectNames,
): Map<string, SeriesPoint[]> {
  const { periods, values, symbols } = columns;
  return new Map(
    row.cells.map((cell, index) => [
      subjectOf(cell, names).id,
      periods.map((period, offset) => ({
        period,
        value: values[index * periods.length + offset] ?? null,
        symbol: symbols[index * periods.length + offset] ?? null,
      })),
    ]),
  );
}

/**
 * Authorities ordered by the values of one indicator; those without a value come last, and equal
 * ones keep their order.
 */
export function sortedAuthorities(
  view: ComparedView,
  sort: CompareSort | null,
): readonly Subject[] {
  const row = sort && view.rows.find(({ indicator }) => indicator.key === sort.indicator);
  if (!row) return view.authorities;

  const sign = sort.order === 'ascending' ? 1 : -1;
  const numberOf = ({ id }: Subject) => row.cells.get(id)?.figure.value ?? null;
  return view.authorities.toSorted((one, other) => {
    const [left, right] = [numberOf(one), numberOf(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
