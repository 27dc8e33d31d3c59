import { dayNumber } from './day-number.ts';
import type { Episode, NamedCell } from './episode.ts';
import type { RowPlace } from './problem-book.ts';

/** What the header file says of a child. */
export interface Person extends RowPlace {
  /** DOB; null where it is missing or no day. */
  readonly born: number | null;
  /** SEX. */
  readonly gender: string;
  /** ETHNIC. */
  readonly ethnicity: string;
}

/** What the files say of one child: its number in the files is kept apart, and only to bring rows together. */
export interface Child {
  readonly episodes: Episode[];
  person: Person | null;
  /** Until when the child counts as an unaccompanied asylum seeker: for ever is `Infinity`; null: never did. */
  unaccompaniedUntil: number | null;
}

/** The person of a row of the header file. */
export const readPerson = (cell: NamedCell, at: RowPlace): Person => ({
  ...at,
  born: dayNumber(cell('DOB')),
  gender: cell('SEX'),
  ethnicity: cell('ETHNIC').toUpperCase(),
});
