/** What a return says: rows of files, that nothing happened, or that nothing changed. */
export type ReturnSaying = 'files' | 'nil' | 'noChange';

/** A return as somebody sends it. */
export interface GivenReturn {
  /** GSS code. */
  readonly authority: string;
  readonly dataset: string;
  /** Label of the month, for example `2026-09`. */
  readonly period: string;
  readonly saying: ReturnSaying;
  /** Empty unless it says what is in files. */
  readonly files: readonly File[];
  /** The latest version the sender saw; 0 for none, null where they did not look. */
  readonly afterVersion: number | null;
}

/** Unit: bytes. */
const largest = 100_000_000;
const mostFiles = 20;

/** Why something cannot be sent, as a sentence that says what to do; null where it can. */
export function filesProblem(
  saying: ReturnSaying,
  files: readonly { readonly name: string; readonly size: number }[],
): string | null {
  if (saying !== 'files') return null;
  if (files.length === 0) return 'Choose the file to send';
  if (files.length > mostFiles) return `Choose ${mostFiles} files at most`;
  const empty = files.find(({ size }) => size === 0);
  if (empty) return `${empty.name} is empty: choose another file`;
  const whole = files.reduce((sum, { size }) => sum + size, 0);
  return whole > largest ? 'Choose files of 100 MB at most in all: split them' : null;
}

/** The same for the same sending, so that a repeated one has no further effect. */
export function sendingName({ files, ...given }: GivenReturn): string {
  const named = files.map(({ name, size, lastModified }) => [name, size, lastModified]);
  return JSON.stringify([given, named]);
}
