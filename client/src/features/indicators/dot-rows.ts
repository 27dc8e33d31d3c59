import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import type { DotReference, DotRow } from '../../components/charts/dot-plot-types.ts';
import { referenceLooks } from './chart-references.ts';
import type { ComparedCell, ComparedRow, ComparedView, Subject } from './comparison-model.ts';
import { neighboursId } from './comparison-model.ts';

/** Rows of a dot plot, one for each authority in the order given. */
export function dotRows(
  view: ComparedView,
  row: ComparedRow,
  authorities: readonly Subject[],
  highlight: string | null,
): readonly DotRow[] {
  const peers = new Map(view.neighbours.map((subject) => [subject.id, subject]));
  return authorities.map(({ id, name, code }) => {
    const peer = peers.get(neighboursId(code ?? ''));
    return {
      id,
      name,
      kind: code === highlight ? 'chosen' : 'other',
      value: row.cells.get(id)?.figure.value ?? null,
      text: dotText(row.cells.get(id)),
      extras: peer ? peerMarks(row, peer) : [],
    };
  });
}

function peerMarks(row: ComparedRow, { id, name }: Subject): DotRow['extras'] {
  const figure = row.cells.get(id)?.figure;
  return figure && figure.value !== null
    ? [{ name, shape: 'diamond', value: figure.value, text: figure.text }]
    : [];
}

/** A figure as it stands beside its dot, or its symbol and what that means. */
function dotText(cell: ComparedCell | undefined): string {
  if (!cell) return '–';
  const { symbol, text } = cell.figure;
  return symbol === null ? text : `${symbol}: ${symbolMeaning[symbol].split(':')[0]}`;
}

/** Lines across a dot plot, for those of the subjects that belong to no single authority. */
export function dotReferences(
  view: ComparedView,
  row: ComparedRow,
  drawn: readonly Subject[],
): readonly DotReference[] {
  return drawn
    .filter((subject) => view.comparators.includes(subject))
    .flatMap(({ id, name }, index) => {
      const value = row.cells.get(id)?.figure.value ?? null;
      return value === null ? [] : [{ id, name, value, dash: referenceLooks[index]?.dash ?? '' }];
    });
}
