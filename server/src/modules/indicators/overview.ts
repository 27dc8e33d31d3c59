import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
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
  /** How far it stands out, as a share of what it stands out against. */
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
    .filter(({ indicator }) => indicator.polarity !== 'NONE')
    .flatMap((row) => standoutsOfRow(row, byCode));
  const kinds: StandoutKind[] = ['BEST', 'WORST', 'MOST_IMPROVED', 'MOST_WORSENED'];
  return kinds.flatMap((kind) =>
    all
      .filter((standout) => standout.kind === kind)
      .sort((one, other) => other.distance - one.distance)
      .slice(0, each),
  );
}

function standoutsOfRow(
  row: ComparisonRow,
  members: ReadonlyMap<string, AuthorityRecord>,
): Standout[] {
  const candidate = candidateOf(row);
  return [...againstEngland(candidate, members), ...againstBefore(candidate, members)];
}

function candidateOf({ indicator, cells, periods }: ComparisonRow): Candidate {
  const last = periods.at(-1)?.label;
  const previous = periods.at(-2)?.label;
  const of = (label: string | undefined) => cells.filter(({ period }) => period === label);
  return {
    indicator,
    last: of(last).filter(({ code, figure }) => code !== null && figure.value !== null),
    before: new Map(
      of(previous).flatMap((cell) => (cell.code ? [[cell.code, cell] as const] : [])),
    ),
    england: of(last).find(({ subject }) => subject === 'england'),
  };
}

/** Counts grow with an authority’s size, so only rates, shares and costs are set against England. */
const isComparableWithEngland = ({ denominatorText, unit }: IndicatorRecord) =>
  denominatorText !== null || unit.startsWith('GBP');

function againstEngland(
  { indicator, last, england }: Candidate,
  members: ReadonlyMap<string, AuthorityRecord>,
): Standout[] {
  const value = england?.figure.value;
  if (value == null || value === 0 || !isComparableWithEngland(indicator)) return [];
  const sign = indicator.polarity === 'HIGH' ? 1 : -1;
  return last.flatMap((cell) => {
    const authority = members.get(cell.code ?? '');
    const distance = (sign * ((cell.figure.value ?? 0) - value)) / Math.abs(value);
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
        sentence: `${authority.name}: ${indicator.title}, ${withUnit(cell.figure)}, against ${withUnit(england?.figure)} in England (${cell.period}).`,
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
  if (value === null || value === 0 || cell.figure.value === null) return [];
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
      distance: Math.abs(cell.figure.value - value) / Math.abs(value),
      sentence: `${authority.name}: ${indicator.title} ${better ? 'improved' : 'worsened'} from ${previous.figure.text} to ${withUnit(cell.figure)} (${previous.period} to ${cell.period}).`,
    },
  ];
}

/** `93 per 10,000 children`, `£1,310 a week`, `81%`. */
function withUnit(figure: Figure | null | undefined): string {
  if (!figure) return '';
  if (figure.unit === 'percent') return figure.text;
  if (figure.unit === 'GBP per week') return `${figure.text} a week`;
  return `${figure.text} ${figure.unit}`;
}

/** The first thing a person reads: how many children, how many homes, and what stands out most. */
export function headlineOf(
  consortium: { readonly name: string; readonly members: readonly AuthorityRecord[] },
  rows: readonly ComparisonRow[],
  standouts: readonly Standout[],
): string {
  const children = consortiumFigure(rows, 'cla-number');
  const places = consortiumFigure(rows, 'home-places-in-area');
  const count = `${consortium.members.length} authorities`;
  const [worst] = standouts.filter(({ kind }) => kind === 'WORST');
  const opening =
    children && places
      ? `The ${count} of ${consortium.name} look after ${children} children, and have ${places} places in children’s homes in their area.`
      : `${consortium.name} has ${count}.`;
  return worst ? `${opening} ${widestGap(worst)}` : opening;
}

const widestGap = ({ authority, indicator, figure, against, period }: Standout): string =>
  `The widest gap on the wrong side of England is ${authority.name}’s: ${indicator.title.toLowerCase()}, ${withUnit(figure)} against ${withUnit(against)} (${period}).`;

function consortiumFigure(rows: readonly ComparisonRow[], key: string): string | null {
  const row = rows.find(({ indicator }) => indicator.key === key);
  const cell = row?.cells.filter(({ subject }) => subject === 'consortium').at(-1);
  const value = cell?.figure.value;
  return row && value != null
    ? figureText({
        value,
        symbol: null,
        unit: row.indicator.unit,
        decimals: row.indicator.decimals,
      })
    : null;
}
