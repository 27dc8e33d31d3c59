/** One thing that is wrong with a file. `message` completes the sentence “*column* …”. */
export interface RowIssue {
  /** Data row, counted from 1 without the header. */
  readonly row: number;
  /** Empty where the whole row is meant. */
  readonly column: string;
  readonly message: string;
}
