import type { EnquiryFacts } from './enquiry-facts.ts';
import type { NewEvent } from './event-plan.ts';

/** An event as a row says it. */
export interface RowEvent extends NewEvent {
  /** As a person counts it in the file. */
  readonly row: number;
  /** Name of the column that says it. */
  readonly column: string;
}

/** An enquiry as the rows of a file or return say it. */
export interface SentEnquiry extends EnquiryFacts {
  /** As a person counts it in the file: the first it is in. */
  readonly row: number;
  readonly events: readonly RowEvent[];
}

/** Why rows cannot be used. `message` completes the sentence “*column* …”. */
export interface EnquiryRowProblem {
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

/** What rows say of enquiries, and what is wrong with them. */
export interface SentEnquiries {
  readonly enquiries: readonly SentEnquiry[];
  readonly problems: readonly EnquiryRowProblem[];
}
