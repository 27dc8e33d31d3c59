import { referralOutcomeTitles } from '@sufficiency/shared/beds/referral-outcomes.ts';
import { criteriaInWords } from '@sufficiency/shared/beds/vacancy-words.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { counted } from '../returns/return-words.ts';
import type { Referral, ReferralOutcome } from './referral-queries.ts';
import { basisTitles } from './vacancy-sentences.ts';

/** Outcomes as a person reads each, in the order in which they are offered. */
export const outcomeTitles: Readonly<Record<ReferralOutcome, string>> = {
  OPEN: referralOutcomeTitles.OPEN,
  PLACED: referralOutcomeTitles.PLACED,
  OFFERED_REFUSED: referralOutcomeTitles['OFFERED-REFUSED'],
  NOT_SUITABLE: referralOutcomeTitles['NOT-SUITABLE'],
  PLACED_ELSEWHERE: referralOutcomeTitles['PLACED-ELSEWHERE'],
  NO_LONGER_NEEDED: referralOutcomeTitles['NO-LONGER-NEEDED'],
};

export const outcomes = Object.keys(outcomeTitles) as readonly ReferralOutcome[];

const ageBands = {
  UNDER_10: 'UNDER-10',
  FROM_10_TO_12: '10-12',
  FROM_13_TO_15: '13-15',
  FROM_16_TO_17: '16-17',
} as const;

/** What was looked for, in one line. */
export const soughtWords = ({ criteria }: Pick<Referral, 'criteria'>): string =>
  criteriaInWords(
    {
      ...criteria,
      ageBand: criteria.ageBand && ageBands[criteria.ageBand],
      near: null,
    },
    criteria.near?.name ?? null,
  );

/** How many homes were found: “4 homes: 1 in-house, 3 on framework”. */
export function foundWords({ offered, offeredBy }: Pick<Referral, 'offered' | 'offeredBy'>) {
  if (offered === 0) return 'none';
  const some = offeredBy.filter(({ homes }) => homes > 0);
  const by = some.map(({ basis, homes }) => `${homes} ${basisTitles[basis].toLowerCase()}`);
  return `${counted(offered, 'home')}: ${by.join(', ')}`;
}

/** What became of a search: “Placed in one of the homes found, 3 March 2026: in-house, Derby”. */
export function outcomeWords({ outcome, outcomeOn, placedBy, placedIn }: Referral): string {
  const said = outcomeTitles[outcome];
  const on = outcomeOn === null ? said : `${said}, ${writtenDay(outcomeOn)}`;
  if (placedBy === null) return on;
  return `${on}: ${basisTitles[placedBy].toLowerCase()}${placedIn ? `, ${placedIn.name}` : ''}`;
}

/** What the notes come to, before anything else. */
export function referralsSentence(all: number, open: number): string {
  if (all === 0) return 'Nobody of your organisation has noted a search in the last twelve months.';
  const noted = `${counted(all, 'search', 'searches')} noted in the last twelve months`;
  if (open === 0) return `${noted}; of all of them it is said what became of them.`;
  return `${noted}; of ${counted(open, 'search', 'searches')} it is not said yet what became of ${open === 1 ? 'it' : 'them'}.`;
}
