const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Whole numbers below ten in words, as in running text. */
export const inWords = (count: number): string => smallNumbers[count] ?? String(count);

/** “a”, “a and b”, “a, b and c”; after a negation with “or”. */
export function listed(names: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}
