import { badInput } from '@sufficiency/shared/errors.ts';

/** How many things one answer lists at most. */
export const largestPage = 200;

/**
 * For `maxSize` of a connection: asking for more than a page is refused, not answered with less.
 *
 * @throws DomainError BAD_USER_INPUT more than 200, or `first` together with `last`.
 */
export function largestPageOf(page: {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
}): number {
  const { first, last } = page;
  if (first != null && last != null) throw badInput('Ask for “first” or for “last”, not for both.');
  if (Math.max(first ?? 0, last ?? 0) > largestPage) {
    throw badInput(`A page has ${largestPage} at most: ask for the next with “after”.`);
  }
  return largestPage;
}
