import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Draft } from './demonstration-enquiry.ts';

/** One enquiry in so many is of a household whose earlier one had ended. */
const oneIn = 30;
/** How long after the end of the earlier one, in days. */
const between = { least: 60, most: 540 } as const;

/**
 * Links enquiries to one of the same authority and type that had ended some months before: the household came back. Both
 * stay as they are, so that nothing is counted that was not.
 *
 * @param drafts in the order in which they came.
 */
export function reapplicationsOf(drafts: readonly Draft[]): Draft[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    if (!comesBack(draft)) return draft;
    const earlier = drafts.find(
      (other) =>
        !taken.has(other.name) && other.authority === draft.authority && precedes(other, draft),
    );
    if (!earlier) return draft;
    taken.add(earlier.name);
    return { ...draft, area: earlier.area, reapplicationOf: earlier.name };
  });
}

const comesBack = ({ name, authority, backLoaded, duplicateOf, type }: Draft): boolean =>
  authority !== null &&
  !backLoaded &&
  duplicateOf === null &&
  type === 'MAINSTREAM' &&
  chanceOf(`hub again ${name}`).between(1, oneIn) === 1;

function precedes(earlier: Draft, { type, receivedOn }: Draft): boolean {
  const ended = earlier.events.find(({ kind }) => kind === 'WITHDRAWN')?.on;
  return (
    ended !== undefined &&
    earlier.type === type &&
    earlier.duplicateOf === null &&
    daysAfter(ended, between.least) <= receivedOn &&
    daysAfter(ended, between.most) >= receivedOn
  );
}
