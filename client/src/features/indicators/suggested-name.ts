import type { ComparedView } from './comparison-model.ts';
import { inWords, listed } from './in-words.ts';

/** With more authorities than this their number stands for them. */
const mostNamed = 3;

/**
 * A first guess at a name for a comparison: its first indicator, and the consortium or the
 * authorities that were chosen instead.
 */
export function suggestedName(view: ComparedView, consortium: string, isMembers: boolean): string {
  const [row] = view.rows;
  if (!row) return consortium;
  const names = view.authorities.map(({ name }) => name);
  const chosen = names.length > mostNamed ? `${inWords(names.length)} authorities` : listed(names);
  return `${row.indicator.title}, ${isMembers || names.length === 0 ? consortium : chosen}`;
}
