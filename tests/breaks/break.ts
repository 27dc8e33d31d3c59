/** One guard taken away: a text of one file, and what stands there instead. */
export interface Break {
  /** Lower-case words with hyphens. */
  readonly name: string;
  /** A path from the root of the project. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  /** Test files, as paths from the root, of which at least one must turn red. */
  readonly tests: readonly string[];
}

/**
 * A file's text with the guard taken away.
 *
 * @throws Error the guard's text is not there, or not once only: the break no longer fits its file.
 */
export function broken(text: string, { name, file, from, to }: Break): string {
  const times = text.split(from).length - 1;
  if (times !== 1) {
    throw new Error(`The break “${name}” finds its text ${times} times in ${file}, not once.`);
  }
  return text.replace(from, () => to);
}
