/** How an invented household's places are used from a day on. Unit: places. */
export interface MadePlaces {
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly filled: number;
  readonly vacant: number;
  readonly unavailable: number;
  readonly reason: string | null;
}

/** An invented household, as its authority holds it. Days are `YYYY-MM-DD`. */
export interface MadeHousehold {
  readonly authority: string;
  readonly reference: string;
  /** The hub’s reference of the enquiry it came from; null where that was before the hub. */
  readonly enquiry: string | null;
  readonly type: string;
  readonly approvedOn: string;
  /** As it was approved, and as it is now. */
  readonly placesAtFirst: number;
  readonly places: number;
  /** When the number changed; null where it did not. */
  readonly changedOn: string | null;
  readonly carers: number;
  readonly youngest: string;
  readonly ethnicity: string;
  readonly area: string;
  readonly deregisteredOn: string | null;
  readonly deregistrationReason: string | null;
  readonly states: readonly MadePlaces[];
}
