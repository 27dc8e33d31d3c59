import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { references } from './chart-references.ts';
import { isNotShared } from './comparability.ts';
import type { ComparedCell, ComparedRow, ComparedView } from './comparison-model.ts';
import { inWords, listed } from './in-words.ts';
import { releasedNote } from './released.ts';
import { syntheticNote } from './synthetic.ts';

/**
 * The answer of the page in one sentence: who stands at the ends, and what the first comparator
 * with a figure is at.
 *
 * Best and last are the ranks the server sent. Where it ranks nothing, because no end is good, the
 * sentence says highest and lowest instead and judges nobody.
 */
export function comparisonSentence(view: ComparedView, row: ComparedRow): string {
  const cells = view.authorities.flatMap(({ id }) => row.cells.get(id) ?? []);
  const known = cells.filter(({ figure }) => figure.value !== null);
  const [first] = known;
  const title = row.indicator.title;
  const period = row.period === '' ? '' : ` (${periodInWords(row.period)})`;

  if (first === undefined) {
    return `${title}: no figure is available for the chosen authorities${period}.${reason(cells)}`;
  }
  const answer =
    known.length === 1
      ? `${first.subject} is at ${first.figure.text}`
      : endsClause(known, cells.length);
  return `${title}: ${answer}${comparatorClause(view, row)}${period}.${polarityNote(row, known)}${noted(releasedNote[row.released])}${noted(row.synthetic ? syntheticNote : '')}`;
}

const noted = (note: string) => (note === '' ? '' : ` ${note}`);

/** Why there is nothing, in the server’s words, if they are the same for all authorities; else the kind of reason. */
function reason(cells: readonly ComparedCell[]): string {
  const [why = '', ...others] = new Set(cells.map(({ figure }) => figure.why));
  if (others.length > 0 && [why, ...others].every(isNotShared)) return ' None is shared with you.';
  if (why === '' || others.length > 0) return '';
  return ` ${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}

function endsClause(known: readonly ComparedCell[], asked: number): string {
  const isRanked = known.every(({ rank }) => rank !== null);
  const ordered = isRanked
    ? known.toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    : known.toSorted((one, other) => (other.figure.value ?? 0) - (one.figure.value ?? 0));
  const [top, bottom] = [atEnd(ordered, ordered[0]), atEnd(ordered, ordered.at(-1))];
  const count = known.length === asked ? inWords(asked) : `${inWords(known.length)} with a figure`;

  if (top.value === bottom.value) return `all ${count} are at ${top.text}`;
  const [high, low] = isRanked ? ['best', 'last'] : ['highest', 'lowest'];
  return `${top.names} ${top.verb} ${high} of the ${count} at ${top.text}, ${bottom.names} ${low} at ${bottom.text}`;
}

/** Everyone who shares the figure at one end: ties are named together, or counted if they are many. */
function atEnd(cells: readonly ComparedCell[], end: ComparedCell | undefined) {
  const names = cells
    .filter(({ figure }) => figure.value === end?.figure.value)
    .map(({ subject }) => subject);
  return {
    value: end?.figure.value ?? null,
    text: end?.figure.text ?? '',
    names: names.length > 3 ? `${inWords(names.length)} authorities` : listed(names),
    verb: names.length > 1 ? 'are' : 'is',
  };
}

function comparatorClause(view: ComparedView, row: ComparedRow): string {
  const [first] = references(view, row, null).drawn;
  return first ? `; ${first.name} ${row.cells.get(first.id)?.figure.text}` : '';
}

function polarityNote({ indicator }: ComparedRow, known: readonly ComparedCell[]): string {
  if (indicator.polarity === 'NONE' || known.length < 2) return '';
  return indicator.polarity === 'HIGH' ? ' Higher is better.' : ' Lower is better.';
}
