import { enquiryHouseholdTypes, labelIn } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import {
  carerAgeBands,
  carerEthnicities,
  householdAreas,
  mayRetireBands,
  unavailableReasons,
} from '@sufficiency/shared/fostering/household-codes.ts';
import type { CodeList } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import { deregistrationReasons } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import type { CapacityPart, DeregisteredPart } from './capacity.queries.ts';

/** Households of one code, and their places. */
export interface HouseholdGroup {
  readonly code: string;
  readonly title: string;
  readonly households: number;
  readonly places: number;
}

/** Households that went for one reason, of one type. */
export interface DeregisteredGroup {
  readonly reason: string;
  readonly reasonTitle: string;
  readonly householdType: string;
  readonly householdTypeTitle: string;
  readonly households: number;
}

/** Households whose youngest carer is of an age at which people stop. */
export interface MayRetire {
  /** 65 and over. */
  readonly now: Omit<HouseholdGroup, 'code' | 'title'>;
  /** 60 to 64. */
  readonly next: Omit<HouseholdGroup, 'code' | 'title'>;
  /** Of all households. */
  readonly of: number;
  /** Households whose carers' age is not known: they are in neither. */
  readonly notKnown: number;
  readonly sentence: string;
}

const listOf = {
  AGE: carerAgeBands,
  ETHNICITY: carerEthnicities,
  AREA: householdAreas,
  TYPE: enquiryHouseholdTypes,
  UNAVAILABLE: unavailableReasons,
} as const satisfies Record<CapacityPart['kind'], CodeList>;

/** Households by one kind of code, in the order of its list; codes that nobody has are left out. */
export const groupsOfKind = (
  parts: readonly CapacityPart[],
  kind: CapacityPart['kind'],
): HouseholdGroup[] =>
  listOf[kind].codes.flatMap(({ code, label }) =>
    parts
      .filter((part) => part.kind === kind && part.code === code)
      .map(({ households, places }) => ({ code, title: label, households, places })),
  );

const sumOf = (groups: readonly HouseholdGroup[]) => ({
  households: groups.reduce((sum, each) => sum + each.households, 0),
  places: groups.reduce((sum, each) => sum + each.places, 0),
});

/** Who may retire: by the youngest carer of each household, because a household goes on while one of two does. */
export function mayRetireOf(parts: readonly CapacityPart[]): MayRetire {
  const ages = groupsOfKind(parts, 'AGE');
  const inBands = (bands: readonly string[]) =>
    sumOf(ages.filter(({ code }) => bands.includes(code)));
  const now = inBands(mayRetireBands.now);
  const next = inBands(mayRetireBands.next);
  const { households: of } = sumOf(ages);
  const { households: notKnown } = inBands(['NK']);
  return {
    ...{ now, next, of, notKnown },
    sentence: `In ${now.households} of ${of} households, with ${now.places} places, every carer is 65 or over; in ${next.households} more, with ${next.places} places, the youngest is 60 to 64.${notKnown > 0 ? ` Of ${notKnown} the age is not known.` : ''}`,
  };
}

export const deregisteredGroups = (parts: readonly DeregisteredPart[]): DeregisteredGroup[] =>
  parts.map(({ reason, household_type, households }) => ({
    reason,
    reasonTitle: labelIn(deregistrationReasons, reason),
    householdType: household_type,
    householdTypeTitle: labelIn(enquiryHouseholdTypes, household_type),
    households,
  }));
