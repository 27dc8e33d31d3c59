/** Something that happened to an invented enquiry. Days are `YYYY-MM-DD`. */
export interface MadeEvent {
  /** Code of a stage, or WITHDRAWN, NOT-APPROVED, ON-HOLD or RESUMED. */
  readonly kind: string;
  readonly on: string;
  /** The moment, written as an instant; null where it is not known. */
  readonly at: string | null;
  readonly reason: string | null;
  readonly byWhom: string | null;
}

/** An authority that an invented enquiry passed from or to; null where none. */
export interface MadeTransfer {
  readonly from: string | null;
  readonly to: string;
  readonly on: string;
  readonly reason: string;
}

/** An event that is held until its sender has said what is right. */
export interface MadeQuery {
  readonly kind: string;
  readonly on: string;
  readonly question: string;
  readonly against: string;
  /** DROP, or null while it is open. */
  readonly answer: 'DROP' | null;
}

/** An invented enquiry as the hub holds it on a day. */
export interface MadeEnquiry {
  /** The hub's own. */
  readonly reference: string;
  readonly authority: string | null;
  readonly source: string;
  readonly campaign: string | null;
  readonly area: string | null;
  readonly type: string;
  readonly backLoaded: boolean;
  /** Reference of the one it repeats. */
  readonly duplicateOf: string | null;
  /** Reference of the one that had ended before. */
  readonly reapplicationOf: string | null;
  readonly receivedOn: string;
  readonly receivedAt: string | null;
  /** Earliest first. */
  readonly events: readonly MadeEvent[];
  readonly transfers: readonly MadeTransfer[];
  readonly queries: readonly MadeQuery[];
}

/** An enquiry before the hub has given it a reference, under the name of its chance, with whatever is still to come of it. */
export interface Draft extends Omit<MadeEnquiry, 'reference' | 'queries'> {
  readonly name: string;
}

/** An event of a day of which no more is known. */
export const madeEvent = (kind: string, on: string, more: Partial<MadeEvent> = {}): MadeEvent => ({
  kind,
  on,
  at: null,
  reason: null,
  byWhom: null,
  ...more,
});

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
