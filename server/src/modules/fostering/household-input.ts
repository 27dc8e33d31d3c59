import {
  codesInWords,
  enquiryHouseholdTypes,
  isCodeOf,
} from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { referenceProblem } from '@sufficiency/shared/fostering/enquiry-reference.ts';
import {
  carerAgeBands,
  carerEthnicities,
  householdAreas,
  unavailableReasons,
} from '@sufficiency/shared/fostering/household-codes.ts';
import type { CodeList } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import { deregistrationReasons } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';

type Maybe<Value> = Value | null | undefined;

/** How places are used: filled, vacant and not available are all there are. */
export interface PlacesInput {
  readonly filled: number;
  readonly vacant: number;
  readonly unavailable: number;
  /** Why places cannot be used; none where all can. */
  readonly unavailableReason?: Maybe<string>;
}

/** An approved household as somebody enters it. Days are `YYYY-MM-DD`. */
export interface NewHousehold {
  /** GSS code. */
  readonly authority: string;
  readonly reference: string;
  /** Id of the enquiry it came from. */
  readonly enquiry?: Maybe<string>;
  readonly householdType: string;
  readonly approvedOn: string;
  readonly places: number;
  readonly carers: number;
  readonly youngestCarer: string;
  readonly ethnicity: string;
  readonly area: string;
  /** The day from which it is approved no more. */
  readonly deregisteredOn?: Maybe<string>;
  readonly deregistrationReason?: Maybe<string>;
}

const placesAllowed = [1, 20] as const;

/** What is wrong with a household and its places: each problem is told with its path, and completes “`path` …”. */
export class HouseholdCheck {
  readonly #found: (path: string, message: string) => void;
  readonly #today: string;

  constructor(found: (path: string, message: string) => void, day: string) {
    this.#found = found;
    this.#today = day;
  }

  add(path: string, message: string): void {
    this.#found(path, message);
  }

  within(path: string, value: Maybe<number>, [least, most]: readonly [number, number]): void {
    if (value != null && !(value >= least && value <= most)) {
      this.add(path, `must be from ${least} to ${most}`);
    }
  }

  code(path: string, list: CodeList, code: Maybe<string>): void {
    if (code != null && !isCodeOf(list, code)) {
      this.add(path, `must be one of ${codesInWords(list)}`);
    }
  }

  /** A day that is there and not to come. */
  past(path: string, day: Maybe<string>): void {
    if (day != null && day > this.#today) this.add(path, 'must not be a day to come');
  }

  reference(path: string, reference: string): void {
    const problem = referenceProblem(reference);
    if (problem !== null) this.add(path, problem);
  }

  placesApproved(path: string, places: Maybe<number>): void {
    this.within(path, places, placesAllowed);
  }

  carers(path: string, carers: Maybe<number>): void {
    this.within(path, carers, [1, 2]);
  }

  /** All that a new household says. */
  household(input: NewHousehold): void {
    this.reference('reference', input.reference);
    this.code('householdType', enquiryHouseholdTypes, input.householdType);
    this.past('approvedOn', input.approvedOn);
    this.placesApproved('places', input.places);
    this.carers('carers', input.carers);
    this.code('youngestCarer', carerAgeBands, input.youngestCarer);
    this.code('ethnicity', carerEthnicities, input.ethnicity);
    this.code('area', householdAreas, input.area);
    this.deregistration(input);
  }

  deregistration({
    approvedOn,
    deregisteredOn,
    deregistrationReason,
  }: Pick<NewHousehold, 'approvedOn' | 'deregisteredOn' | 'deregistrationReason'>): void {
    this.past('deregisteredOn', deregisteredOn);
    this.code('deregistrationReason', deregistrationReasons, deregistrationReason);
    if ((deregisteredOn == null) !== (deregistrationReason == null)) {
      this.add('deregistrationReason', 'is there exactly where a household was deregistered');
    }
    if (deregisteredOn != null && deregisteredOn <= approvedOn) {
      this.add('deregisteredOn', `must be after its approval on ${approvedOn}`);
    }
  }

  /** How its places are used, of so many that it is approved for. */
  placesUsed(
    { filled, vacant, unavailable, unavailableReason }: PlacesInput,
    approved: number,
  ): void {
    this.within('filled', filled, [0, placesAllowed[1]]);
    this.within('vacant', vacant, [0, placesAllowed[1]]);
    this.within('unavailable', unavailable, [0, placesAllowed[1]]);
    const sum = filled + vacant + unavailable;
    if (sum !== approved) {
      this.add(
        'filled',
        `with vacant and unavailable makes ${sum} places, and the household is approved for ${approved}`,
      );
    }
    this.code('unavailableReason', unavailableReasons, unavailableReason);
    if (unavailable > 0 === (unavailableReason == null)) {
      this.add('unavailableReason', 'is there exactly where places cannot be used');
    }
  }
}
