import {
  codesInWords,
  enquiryHouseholdTypes,
  isCodeOf,
} from '@sufficiency/shared/fostering/enquiry-codes.ts';
import {
  areaProblem,
  campaignProblem,
  referenceProblem,
} from '@sufficiency/shared/fostering/enquiry-reference.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import type { InputProblems } from '../../platform/input-problems.ts';

type Maybe<Value> = Value | null | undefined;

/** What is said of an enquiry besides its events. */
export interface EnquiryFacts {
  /** Of the holder's own system; never a name. */
  readonly reference: string;
  /** GSS code; absent where it is attributed to none. */
  readonly authority?: Maybe<string>;
  readonly source: string;
  readonly campaign?: Maybe<string>;
  readonly area?: Maybe<string>;
  readonly householdType: string;
  readonly backLoaded?: Maybe<boolean>;
}

/** Finds what is wrong with the codes of an enquiry. */
export function checkFacts(
  problems: Pick<InputProblems, 'add'>,
  { reference, source, campaign, area, householdType }: EnquiryFacts,
): void {
  const found: readonly (readonly [string, string | null])[] = [
    ['reference', referenceProblem(reference)],
    [
      'source',
      isCodeOf(enquirySources, source) ? null : `must be among ${codesInWords(enquirySources)}`,
    ],
    [
      'householdType',
      isCodeOf(enquiryHouseholdTypes, householdType)
        ? null
        : `must be among ${codesInWords(enquiryHouseholdTypes)}`,
    ],
    ['campaign', campaign == null ? null : campaignProblem(campaign)],
    ['area', area == null ? null : areaProblem(area)],
  ];
  for (const [path, message] of found) if (message) problems.add(path, message);
}

/** What is kept of an enquiry besides its events. */
export const factsOf = (input: EnquiryFacts) => ({
  reference: input.reference,
  authorityCode: input.authority ?? null,
  source: input.source,
  campaign: input.campaign ?? null,
  area: input.area ?? null,
  householdType: input.householdType,
  backLoaded: input.backLoaded === true,
});
