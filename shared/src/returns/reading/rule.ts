/** How much a problem matters: an error must be mended, a query explained, a note read. */
export type Severity = 'ERROR' | 'QUERY' | 'NOTE';

/** One thing that files are checked for. */
export interface Rule {
  readonly severity: Severity;
  readonly title: string;
  /** What is checked, as a sentence. */
  readonly checks: string;
  /** What to do about it, as a sentence; a problem may say it more exactly. */
  readonly mend: string;
}
