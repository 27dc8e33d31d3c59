import { placeClosedReasons } from '@sufficiency/shared/beds/places.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { counted, writtenMoment } from '../returns/return-words.ts';
import type { Home, HomeLine } from './homes-queries.ts';

type Counts = HomeLine['counts'];

/** What a home is called: its holder’s name for it, or its URN. */
export const homeName = ({ name, urn }: Pick<HomeLine, 'name' | 'urn'>): string =>
  name ?? `Home ${urn}`;

/** How the places of a home are used, in a line: “3 of 4 places occupied, 1 vacant and accepting”. */
export function countsSentence({
  registered,
  usable,
  occupied,
  reserved,
  accepting,
  closed,
}: Counts) {
  if (registered === 0) return 'Nobody has said yet how many places it has';
  const parts = [
    `${numberText(occupied)} of ${counted(registered, 'place')} occupied`,
    // Where it is not known how many of the vacant places were accepting, all of them are only vacant.
    ...(accepting === null || closed === null
      ? [usable > occupied + reserved && `${usable - occupied - reserved} vacant`]
      : [
          accepting > 0 && `${accepting} vacant and accepting`,
          closed > 0 && `${closed} vacant and closed`,
        ]),
    reserved > 0 && `${reserved} reserved`,
    usable < registered && `${registered - usable} not usable`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** Who said how a home is, as a sentence goes on. */
export const sourceWords: Readonly<Record<NonNullable<HomeLine['confirmedBy']>, string>> = {
  PROVIDER: 'by its provider',
  AUTHORITY: 'by its authority',
  IMPORT: 'by a file',
  LOADER: 'by the demonstration',
};

/** When a home’s places were last confirmed, and by whom. */
export function confirmedWords(home: HomeLine): string {
  const { confirmedAt, confirmedBy, reservationEnded, reservationEndedOn } = home;
  const confirmed =
    confirmedAt === null
      ? 'Never confirmed'
      : `Confirmed ${writtenMoment(confirmedAt)}${confirmedBy ? ` ${sourceWords[confirmedBy]}` : ''}`;
  if (!reservationEnded) return confirmed;
  const ended =
    reservationEndedOn === null ? 'has ended' : `ended on ${writtenDay(reservationEndedOn)}`;
  return `${confirmed}; a reservation ${ended}, and nobody has said what came of it`;
}

/** What a list of homes comes to, before anything else. */
export function homesSentence(homes: number, stale: number, mayUpdate: boolean): string {
  if (homes === 0) return 'You see no home here.';
  const which = mayUpdate
    ? `${counted(homes, 'home')} of yours`
    : `${counted(homes, 'home')} that you see`;
  if (stale === 0) return `Of ${which}, all have been confirmed in time.`;
  return `Of ${which}, ${stale} ${stale === 1 ? 'has' : 'have'} not been confirmed in time.`;
}

/** Why a place is closed, as a person reads it. */
export const reasonTitle = (code: string): string =>
  placeClosedReasons.codes.find((one) => one.code === code)?.label ?? code;

/** Whom a home takes. */
export const gendersWords: Readonly<Record<Home['genders'], string>> = {
  ANY: 'girls and boys',
  FEMALE: 'girls only',
  MALE: 'boys only',
};

const number = new Intl.NumberFormat('en-GB');

/** “1,859”. */
export const numberText = (value: number): string => number.format(value);

const percent = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** “53%”; of no place there is no percentage. */
export const percentWords = (value: number | null): string =>
  value === null ? 'no places' : `${percent.format(value)}%`;
