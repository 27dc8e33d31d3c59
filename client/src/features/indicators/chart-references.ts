import type { ComparedRow, ComparedView, Subject } from './comparison-model.ts';
import { neighboursId } from './comparison-model.ts';
import { listed } from './in-words.ts';

/** A reference this many times as high as the highest authority would press all others together. */
const tooFarOff = 2.5;

/** Dash and mark by which references are told apart without colour, in the order of the references. */
export const referenceLooks = [
  { dash: '7 4', shape: 'diamond' },
  { dash: '2 4', shape: 'square' },
  { dash: '10 4 2 4', shape: 'triangle' },
] as const;

/** What authorities are held against in a picture, and what is left out as it is on another scale. */
export interface References {
  readonly drawn: readonly Subject[];
  readonly tooFar: readonly Subject[];
}

/**
 * Sorts what has a figure into what can be drawn beside the authorities and what is too far off: a
 * count of all England’s children beside that of one authority.
 *
 * @param highlight the authority whose statistical neighbours are among the references.
 */
export function references(
  view: ComparedView,
  row: ComparedRow,
  highlight: string | null,
): References {
  const numberOf = ({ id }: Subject) => row.cells.get(id)?.figure.value ?? null;
  const highest = Math.max(0, ...view.authorities.map((subject) => numberOf(subject) ?? 0));
  const own = view.neighbours.filter(({ id }) => id === neighboursId(highlight ?? ''));
  const known = [...view.comparators, ...own].filter((subject) => numberOf(subject) !== null);
  const isFar = (subject: Subject) => highest > 0 && (numberOf(subject) ?? 0) > tooFarOff * highest;

  return { drawn: known.filter((subject) => !isFar(subject)), tooFar: known.filter(isFar) };
}

/** Says which references a picture does not draw, with their figures; empty if it draws all. */
export function tooFarNote(row: ComparedRow, { tooFar }: References): string {
  if (tooFar.length === 0) return '';
  const named = tooFar.map(({ id, name }) => `${name} (${row.cells.get(id)?.figure.text})`);
  const verb = named.length === 1 ? 'is' : 'are';
  return `${listed(named)} ${verb} not drawn: on one scale with them the authorities could not be told apart. `;
}
