import { dayNumber } from './day-number.ts';
import type { RowPlace } from './problem-book.ts';
import type { RuleId } from './rules.ts';

/** One episode of care, in the collection's codes. Days count from 1970. */
export interface Episode extends RowPlace {
  readonly began: number;
  /** First day the episode no longer covers; null while it is open. */
  readonly ended: number | null;
  /** RNE: why the episode began. */
  readonly beganFor: string;
  /** LS. */
  readonly legalStatus: string;
  /** CIN. */
  readonly need: string;
  /** PLACE. */
  readonly placement: string;
  /** PLACE_PROVIDER. */
  readonly provider: string;
  /** REC: why the episode ceased; empty while it is open. */
  readonly endedFor: string;
  /** REASON_PLACE_CHANGE: why the placement that ends with it ended. */
  readonly movedFor: string;
  /** URN and postcode: tells one placement of a type from another. */
  readonly address: string;
  /** PL_LOCATION: `IN` or `OUT` of the authority; empty where the file does not tell. */
  readonly location: string;
  /** PL_LA: GSS code of where the child lives; empty where the file does not tell. */
  readonly livesIn: string;
  /** PL_DISTANCE; null where the file does not tell. Unit: miles. */
  readonly distanceMiles: number | null;
}

/** A cell by the name of its column; empty where there is no such column. */
export type NamedCell = (name: string) => string;

const capitals = (cell: NamedCell, name: string) => cell(name).toUpperCase();

function distanceOf(text: string): number | null {
  const miles = Number(text);
  return text === '' || Number.isNaN(miles) ? null : miles;
}

/** Why the days of an episode cannot be counted; null where they can. */
function wrongDays(cell: NamedCell, began: number | null, ended: number | null): RuleId | null {
  if (began === null) return '141';
  if (ended === null) return cell('DEC') === '' ? null : '147';
  return ended < began ? '356' : null;
}

/** The episode of a row, or the rule for which it cannot be counted. */
export function readEpisode(cell: NamedCell, at: RowPlace): Episode | RuleId {
  const began = dayNumber(cell('DECOM'));
  const ended = dayNumber(cell('DEC'));
  const wrong = wrongDays(cell, began, ended);
  if (wrong !== null || began === null) return wrong ?? '141';

  return {
    ...at,
    began,
    ended,
    beganFor: capitals(cell, 'RNE'),
    legalStatus: capitals(cell, 'LS'),
    need: capitals(cell, 'CIN'),
    placement: capitals(cell, 'PLACE'),
    provider: capitals(cell, 'PLACE_PROVIDER'),
    endedFor: capitals(cell, 'REC'),
    movedFor: capitals(cell, 'REASON_PLACE_CHANGE'),
    address: `${cell('URN')} ${cell('PL_POST')}`,
    location: capitals(cell, 'PL_LOCATION'),
    livesIn: capitals(cell, 'PL_LA'),
    distanceMiles: distanceOf(cell('PL_DISTANCE')),
  };
}
