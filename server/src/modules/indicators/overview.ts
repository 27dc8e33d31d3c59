import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { ComparisonCell, ComparisonRow } from './comparison.ts';
import type { Figure } from './figure.ts';
import type { IndicatorRecord } from './indicator-record.ts';

export type StandoutKind = 'BEST' | 'WORST' | 'MOST_IMPROVED' | 'MOST_WORSENED';

/** One thing about a consortium that stands out. */
export interface Standout {
  readonly kind: StandoutKind;
  readonly indicator: IndicatorRecord;
  readonly authority: AuthorityRecord;
  readonly period: string;
  readonly figure: Figure;
  readonly against: Figure | null;
  readonly againstSubject: string;
  readonly sentence: string;
  /** How far it stands out. Unit: percentage points. */
  readonly distance: number;
}

interface Candidate {
  readonly indicator: IndicatorRecord;
  readonly last: readonly ComparisonCell[];
  readonly before: ReadonlyMap<string, ComparisonCell>;
  readonly england: ComparisonCell | undefined;
}

/** What stands out among members: best and worst against England, and the biggest moves since the period before. */
export function standoutsOf(
  rows: readonly ComparisonRow[],
  members: readonly AuthorityRecord[],
  each: number,
): Standout[] {
  const byCode = new Map(members.map((member) => [member.code, member]));
  const all = rows
    .filter(({ indicator }) => indicator.polarity !== 'NONE' && isShare(indicator))
    .flatMap((row) => standoutsOfRow(row, byCode));
  const kinds: StandoutKind[] = ['BEST', 'WORST', 'MOST_IMPROVED', 'MOST_WORSENED'];
  return kinds.flatMap((kind) =>
    onePerIndicator(
      all
        .filter((standout) => standout.kind === kind && standout.distance > mayBeRounding)
        .sort((one, other) => other.distance - one.distance),
    ).slice(0, each),
  );
}

/** Shares are printed whole, so a difference of one point may be none. Unit: percentage points. */
const mayBeRounding = 1;

/** The widest of each indicator: four findings about one thing say less than four about four. */
const onePerIndicator = (standouts: readonly Standout[]): Standout[] =>
  [...Map.groupBy(standouts, ({ indicator }) => indicator.key).values()].flatMap((each) =>
    each.slice(0, 1),
  );

function standoutsOfRow(
  row: ComparisonRow,
  members: ReadonlyMap<string, AuthorityRecord>,
): Standout[] {
  const candidate = candidateOf(row);
  return [...againstEngland(candidate, members), ...againstBefore(candidate, members)];
}

/** One home or child more or less moves a share of fewer by over three points, which says nothing about an authority. */
const fewest = 30;

const isOfEnough = ({ value, denominator }: Figure): boolean =>
  value !== null && denominator !== null && denominator >= fewest;

function candidateOf({ indicator, cells, periods }: ComparisonRow): Candidate {
  const last = periods.at(-1)?.label;
  const previous = periods.at(-2)?.label;
  const of = (label: string | undefined) => cells.filter(({ period }) => period === label);
  return {
    indicator,
    last: of(last).filter(({ code, figure }) => code !== null && isOfEnough(figure)),
    before: new Map(
      of(previous).flatMap((cell) => (cell.code ? [[cell.code, cell] as const] : [])),
    ),
    england: of(last).find(({ subject }) => subject === 'england'),
  };
}

/** Counts grow with an authority’s size, and points of a share can be set against points of another. */
const isShare = ({ unit }: IndicatorRecord) => unit === 'percent';

function againstEngland(
  { indicator, last, england }: Candidate,
  members: ReadonlyMap<string, AuthorityRecord>,
): Standout[] {
  const value = england?.figure.value;
  if (value == null) return [];
  const sign = indicator.polarity === 'HIGH' ? 1 : -1;
  return last.flatMap((cell) => {
    const authority = members.get(cell.code ?? '');
    const distance = sign * ((cell.figure.value ?? 0) - value);
    if (!authority || distance === 0) return [];
    return [
      {
        kind: distance > 0 ? 'BEST' : 'WORST',
        indicator,
        authority,
        period: cell.period,
        figure: cell.figure,
        against: england?.figure ?? null,
        againstSubject: 'England',
        distance: Math.abs(distance),
        sentence: `${authority.name}: ${indicator.title}, ${withNumbers(cell.figure)}, against ${england?.figure.text} in England in ${cell.period}.`,
      } satisfies Standout,
    ];
  });
}

function againstBefore(
  { indicator, last, before }: Candidate,
  members: ReadonlyMap<string, AuthorityRecord>,
): Standout[] {
  return last.flatMap((cell) => {
    const authority = members.get(cell.code ?? '');
    const previous = before.get(cell.code ?? '');
    return authority && previous ? moveOf(indicator, authority, cell, previous) : [];
  });
}

/** A move towards either end since the period before; nothing where there is none to tell of. */
function moveOf(
  indicator: IndicatorRecord,
  authority: AuthorityRecord,
  cell: ComparisonCell,
  previous: ComparisonCell,
): Standout[] {
  const { value } = previous.figure;
  if (value === null || cell.figure.value === null) return [];
  if (cell.direction !== 'BETTER' && cell.direction !== 'WORSE') return [];
  const better = cell.direction === 'BETTER';
  return [
    {
      kind: better ? 'MOST_IMPROVED' : 'MOST_WORSENED',
      indicator,
      authority,
      period: cell.period,
      figure: cell.figure,
      against: previous.figure,
      againstSubject: `${authority.name}, ${previous.period}`,
      distance: Math.abs(cell.figure.value - value),
      sentence: `${authority.name}: ${indicator.title} ${better ? 'improved' : 'worsened'} from ${previous.figure.text} in ${previous.period} to ${withNumbers(cell.figure)} in ${cell.period}.`,
    },
  ];
}

/** A share with what it is a share of, where that is given: `34% (186 of 545)`. */
function withNumbers(figure: Figure | null | undefined): string {
  if (!figure) return '';
  const { text, numerator, denominator } = figure;
  if (numerator === null || denominator === null) return text;
  return `${text} (${count.format(numerator)} of ${count.format(denominator)})`;
}

const count = new Intl.NumberFormat('en-GB');

/** The first thing a person reads: how many children, how many homes, and what stands out most. */
export function headlineOf(
  consortium: { readonly name: string; readonly members: readonly AuthorityRecord[] },
  rows: readonly ComparisonRow[],
  standouts: readonly Standout[],
): string {
  const children = consortiumFigure(rows, 'cla-number');
  const places = consortiumFigure(rows, 'home-places-in-area');
  const members = `${consortium.name}: ${consortium.members.length} authorities`;
  const [widest] = standouts.filter(({ kind }) => kind === 'WORST');
  const opening =
    children && places
      ? `${members} look after ${children.text} children, and have ${places.text} places in children’s homes in their areas (31 March ${children.period}).`
      : `${members}.`;
  return widest ? `${opening} ${furthest(widest)}` : opening;
}

const furthest = ({ authority, indicator, figure, against, period }: Standout): string =>
  `Furthest behind England is ${authority.name}: ${indicator.title.toLowerCase()}, ${withNumbers(figure)} against ${against?.text ?? ''} (${period}).`;

function consortiumFigure(
  rows: readonly ComparisonRow[],
  key: string,
): { readonly text: string; readonly period: string } | null {
  const row = rows.find(({ indicator }) => indicator.key === key);
  const cell = row?.cells.filter(({ subject }) => subject === 'consortium').at(-1);
  return cell && cell.figure.value !== null
    ? { text: cell.figure.text, period: cell.period }
    : null;
}
