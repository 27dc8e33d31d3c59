import { addMonths } from '../sharing/agreement-dates.ts';

/** Where a framework stands on a day. */
export type FrameworkStatus = 'PLANNED' | 'OPEN' | 'CLOSED_TO_NEW' | 'ENDED';

/** What happened to a framework on a day. */
export type FrameworkDateKind = 'OPENED' | 'REOPENED' | 'AWARDED' | 'EXTENDED';

/** First and last day of something; null where nobody says. `YYYY-MM-DD`. */
export interface Term {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** Where a framework stands on a day, `YYYY-MM-DD`. */
export function frameworkStatus(
  { startsOn, endsOn, openToNew }: Term & { readonly openToNew: boolean },
  day: string,
): FrameworkStatus {
  if (endsOn !== null && endsOn < day) return 'ENDED';
  if (startsOn !== null && startsOn > day) return 'PLANNED';
  return openToNew ? 'OPEN' : 'CLOSED_TO_NEW';
}

/** A right to extend a term. Unit: months. */
export interface ExtensionRight {
  readonly nth: number;
  readonly months: number;
  /** How long before the end it is to be decided; null where nothing says so. */
  readonly decideByMonths: number | null;
  /** `YYYY-MM-DD`; null until it is taken up. */
  readonly takenOn: string | null;
}

const dayAfter = (day: string, days: number) => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

/**
 * The last day of a term that ends so many months later or, where negative, earlier: 31 March and six months give
 * 30 September, and 30 September and six months 31 March.
 */
export const monthsOn = (lastDay: string, months: number): string =>
  dayAfter(addMonths(dayAfter(lastDay, 1), months), -1);

/** Each right to extend that was not taken up: until when it extends, and by when it is to be decided. */
export function openExtensions(
  endsOn: string,
  extensions: readonly ExtensionRight[],
): { readonly nth: number; readonly until: string; readonly decideBy: string | null }[] {
  let end = endsOn;
  return extensions
    .filter(({ takenOn }) => takenOn === null)
    .sort((one, other) => one.nth - other.nth)
    .map(({ nth, months, decideByMonths }) => {
      const decideBy = decideByMonths === null ? null : monthsOn(end, -decideByMonths);
      end = monthsOn(end, months);
      return { nth, until: end, decideBy };
    });
}

/** The last day with every right to extend taken up; null where the end is not known. */
export const lastPossibleEnd = (
  endsOn: string | null,
  extensions: readonly ExtensionRight[],
): string | null =>
  endsOn === null ? null : (openExtensions(endsOn, extensions).at(-1)?.until ?? endsOn);
