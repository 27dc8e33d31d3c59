import type { ComparedRow, Subject } from './comparison-model.ts';
import { nameInSentence } from './comparison-model.ts';
import { listed } from './in-words.ts';

/** Where the chosen authority stands beside what it is held against, in one sentence. */
export function dotsSentence(
  row: ComparedRow,
  drawn: readonly Subject[],
  highlight: string | null,
): string {
  const chosen = row.cells.get(highlight ?? '');
  if (!chosen) return 'No authority is chosen.';
  const against = drawn.flatMap((subject) => {
    const figure = row.cells.get(subject.id)?.figure;
    return figure && figure.value !== null ? [`${nameInSentence(subject)} at ${figure.text}`] : [];
  });
  const where =
    chosen.figure.value === null
      ? `has no figure (${chosen.figure.text})`
      : `is at ${chosen.figure.text}`;
  return `${chosen.subject} ${where}${against.length === 0 ? '' : `, ${listed(against)}`}.`;
}
