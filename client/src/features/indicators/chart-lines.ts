import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import type { DotReference, DotRow } from '../../components/charts/dot-plot-types.ts';
import type { TrendLine } from '../../components/charts/TrendChart.tsx';
import type { ComparedCell, ComparedRow, ComparedView, Subject } from './comparison-model.ts';
import { neighboursId } from './comparison-model.ts';

/** Above this many authorities their names would cover each other: only the chosen one keeps its. */
const mostNamed = 7;

const looks = [
  { dash: '7 4', shape: 'diamond' },
  { dash: '2 4', shape: 'square' },
  { dash: '10 4 2 4', shape: 'triangle' },
] as const;

/** What a chart holds the chosen authority against: England, its region, the consortium, its neighbours. */
export function chartReferences(
  view: ComparedView,
  row: ComparedRow,
  highlight: string | null,
): readonly Subject[] {
  const own = view.neighbours.filter(({ id }) => id === neighboursId(highlight ?? ''));
  return [...view.comparators, ...own].filter(({ id }) => row.cells.has(id)).slice(0, looks.length);
}

/**
 * Lines of a trend: the chosen authority in the accent, at most three references beside it, all
 * other authorities in grey. The chosen one comes last, so that it is drawn over the others.
 */
export function trendLines(
  view: ComparedView,
  row: ComparedRow,
  highlight: string | null,
): readonly TrendLine[] {
  const seriesOf = ({ id }: Subject) => row.series.get(id)?.map(({ value }) => value) ?? [];
  const others = view.authorities.filter(({ code }) => code !== highlight);
  const chosen = view.authorities.filter(({ code }) => code === highlight);
  const isNamed = view.authorities.length <= mostNamed;

  return [
    ...others.map((subject) => ({
      id: subject.id,
      name: subject.name,
      kind: 'other' as const,
      shape: 'ring' as const,
      dash: '',
      isNamed,
      values: seriesOf(subject),
    })),
    ...chartReferences(view, row, highlight).map((subject, index) => ({
      id: subject.id,
      name: subject.name,
      kind: 'reference' as const,
      shape: looks[index]?.shape ?? 'diamond',
      dash: looks[index]?.dash ?? '',
      isNamed: true,
      values: seriesOf(subject),
    })),
    ...chosen.map((subject) => ({
      id: subject.id,
      name: subject.name,
      kind: 'chosen' as const,
      shape: 'dot' as const,
      dash: '',
      isNamed: true,
      values: seriesOf(subject),
    })),
  ];
}

/** Rows of a dot plot, one for each authority in the order given. */
export function dotRows(
  view: ComparedView,
  row: ComparedRow,
  authorities: readonly Subject[],
  highlight: string | null,
): readonly DotRow[] {
  return authorities.map(({ id, name, code }) => ({
    id,
    name,
    kind: code === highlight ? 'chosen' : 'other',
    value: row.cells.get(id)?.figure.value ?? null,
    text: dotText(row.cells.get(id)),
    extras: view.neighbours
      .filter((peer) => peer.id === neighboursId(code ?? ''))
      .flatMap((peer) => {
        const value = row.cells.get(peer.id)?.figure.value ?? null;
        return value === null ? [] : [{ name: peer.name, shape: 'diamond' as const, value }];
      }),
  }));
}

/** A figure as it stands beside its dot, or its symbol and what that means. */
function dotText(cell: ComparedCell | undefined): string {
  if (!cell) return '–';
  const { symbol, text } = cell.figure;
  return symbol === null ? text : `${symbol}: ${symbolMeaning[symbol].split(':')[0]}`;
}

/** Lines across a dot plot: every comparator with a figure. */
export function dotReferences(view: ComparedView, row: ComparedRow): readonly DotReference[] {
  return view.comparators.flatMap(({ id, name }, index) => {
    const value = row.cells.get(id)?.figure.value ?? null;
    return value === null ? [] : [{ id, name, value, dash: looks[index]?.dash ?? '' }];
  });
}

/** Writes numbers of an indicator as its figures are written. */
export const figureFormat =
  ({ indicator }: Pick<ComparedRow, 'indicator'>) =>
  (value: number): string =>
    figureText({ value, symbol: null, unit: indicator.unit, decimals: indicator.decimals });
