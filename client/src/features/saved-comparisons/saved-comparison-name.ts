/** Longest name the API takes. Unit: characters. */
export const longestName = 120;

/** What is wrong with a name, as a sentence that says what to write; null if nothing is. */
export function nameProblem(name: string): string | null {
  const length = name.trim().length;
  if (length === 0) return 'Enter a name, for example “Cost and distance, board of March”.';
  if (length > longestName) {
    return `Shorten the name to ${longestName} characters. It has ${length}.`;
  }
  return null;
}
