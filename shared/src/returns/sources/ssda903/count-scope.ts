import type { Month } from './month.ts';
import type { RowPlace } from './problem-book.ts';
import type { RuleId } from './rules.ts';
import type { Tally } from './tally.ts';

/** What children are counted for, and where. */
export interface CountScope {
  /** GSS code of the authority that looks after them. */
  readonly authority: string;
  readonly month: Month;
  /** Whether there is a header file: without one nothing is known of any child, and nothing is missing. */
  readonly hasHeader: boolean;
  readonly tally: Tally;
  readonly note: (rule: RuleId, at: RowPlace) => void;
}
