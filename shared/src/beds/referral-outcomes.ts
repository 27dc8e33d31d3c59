/** What became of a search for a home; the first until somebody says. */
export const referralOutcomes = [
  'OPEN',
  'PLACED',
  'OFFERED-REFUSED',
  'NOT-SUITABLE',
  'PLACED-ELSEWHERE',
  'NO-LONGER-NEEDED',
] as const;

export type ReferralOutcome = (typeof referralOutcomes)[number];

/** As a person reads each. */
export const referralOutcomeTitles: Readonly<Record<ReferralOutcome, string>> = {
  OPEN: 'Still looking',
  PLACED: 'Placed in one of the homes found',
  'OFFERED-REFUSED': 'The home that was asked said no',
  'NOT-SUITABLE': 'None of the homes found was suitable',
  'PLACED-ELSEWHERE': 'Placed elsewhere',
  'NO-LONGER-NEEDED': 'No longer needed',
};
