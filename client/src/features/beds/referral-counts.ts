import { homeNeeds } from '@sufficiency/shared/beds/needs.ts';
import { ageBandInWords } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import { noticeBands } from '@sufficiency/shared/returns/code-lists/bed-and-demand-codes.ts';
import type { ResultOf, VariablesOf } from '../../graphql/graphql.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { counted } from '../returns/return-words.ts';
import type { ReferralCountsQuery } from './referral-queries.ts';

export type ReferralGrouping = VariablesOf<typeof ReferralCountsQuery>['by'];
export type ReferralCount = ResultOf<typeof ReferralCountsQuery>['referralCounts'][number];

const labelsOf = ({ codes }: { readonly codes: readonly { code: string; label: string }[] }) =>
  Object.fromEntries(codes.map(({ code, label }) => [code, label]));

interface Grouping {
  readonly title: string;
  /** As a sentence goes on. */
  readonly words: string;
  readonly note: string;
  /** A group of it in words; groups that are not here are months. */
  readonly groups: Readonly<Record<string, string>>;
}

const each = 'A search is counted once, however many homes were asked.';

/** What searches can be counted by. */
export const groupings: Readonly<Record<ReferralGrouping, Grouping>> = {
  MONTH: { title: 'Month', words: 'month', groups: {}, note: `${each} This month goes on.` },
  AGE_BAND: { title: 'Age', words: 'age', groups: ageBandInWords, note: each },
  NEED: {
    title: 'Need',
    words: 'need',
    groups: labelsOf(homeNeeds),
    note: 'A search that named two needs is counted with each of them.',
  },
  NOTICE: { title: 'Notice', words: 'notice', groups: labelsOf(noticeBands), note: each },
};

/** A group in words. */
export function groupName({ key }: Pick<ReferralCount, 'key'>, by: ReferralGrouping): string {
  if (key === null) return 'Not asked for';
  const name = by === 'MONTH' ? writtenMonth(key) : (groupings[by].groups[key] ?? key);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a group came to: “12, of which 3 found no home”. */
export const countText = ({ searches, foundNone }: ReferralCount): string =>
  foundNone === 0 ? `${searches}` : `${searches}, of which ${foundNone} found no home`;

/** What it all comes to, in one sentence. A search that named two needs is not one of two. */
export function countsSentence(counts: readonly ReferralCount[], by: ReferralGrouping): string {
  const most = counts.reduce((one, other) => (other.foundNone > one.foundNone ? other : one));
  if (most.foundNone === 0) return 'Every search found a home with a place.';
  const group = groupName(most, by);
  const often = `${counted(most.foundNone, 'search', 'searches')} of ${most.searches}`;
  return `Most often nothing was found ${by === 'MONTH' ? 'in' : 'for'} ${by === 'MONTH' ? group : `“${group.toLowerCase()}”`}: ${often}.`;
}

/** Groups as a person reads them: months and bands from the first on, and what was not asked for last. */
export function inOrder(counts: readonly ReferralCount[], by: ReferralGrouping): ReferralCount[] {
  const codes = Object.keys(groupings[by].groups);
  const placeOf = ({ key }: ReferralCount) => (key === null ? codes.length : codes.indexOf(key));
  return counts.toSorted((one, other) => placeOf(one) - placeOf(other));
}
