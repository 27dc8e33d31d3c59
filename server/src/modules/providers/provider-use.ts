import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { Figure } from '../indicators/comparison.service.ts';
import type { FigureOf } from './use-figure.ts';
import { madeFigure, noFigureOf } from './use-figure.ts';

/** Placements of one authority with one provider, in one home, by one route. */
export interface UseRow {
  readonly authority_code: string;
  /** Label of the month, and its last day. */
  readonly month: string;
  readonly month_end: string;
  readonly provider_id: number;
  readonly group_id: number;
  readonly urn: string | null;
  readonly host_authority_code: string | null;
  readonly service: string;
  readonly sourcing: string;
  readonly placements: number;
  readonly synthetic: boolean;
  /** GBP a week, of all its placements; null where it is not recorded, and always of others. */
  readonly weekly_cost: number | null;
}

/** Why a viewer sees an authority's use of providers: “own”, what an agreement says, or null where it does not. */
export type UseSight = { readonly own: boolean; readonly why: string } | null;

/** What a viewer sees of one authority's use of providers, in the newest month it sees. */
export interface AuthorityUse {
  readonly authority: AuthorityRecord;
  readonly sight: UseSight;
  /** Null where nothing is seen. */
  readonly month: string | null;
  readonly rows: readonly UseRow[];
}

/** Placements of some rows, added up. */
export const placementsIn = (rows: readonly UseRow[]): number =>
  rows.reduce((sum, { placements }) => sum + placements, 0);

const sourceOf = ({ authority, month, rows }: AuthorityUse) =>
  `Placements with providers as ${authority.name} recorded them${month ? `, ${periodInWords(month)}` : ''}${rows.some(({ synthetic }) => synthetic) ? ' (synthetic)' : ''}`;

const notShared = ({ name }: AuthorityRecord) =>
  `not shared: no agreement in force lets you see ${name}’s records of providers`;

const notRecorded = ({ name }: AuthorityRecord) =>
  `not available: ${name} has recorded no placements with providers`;

/** Of a real owner in a demonstration: what is used there is made up, and never a real one. */
const notOfReal =
  'not available: the placements recorded here are made up, and with fictitious providers only';

/** What of a group, or of any part of it, a figure is about. */
export interface UsePart {
  readonly rows: readonly UseRow[];
  /** Whether the owner is fictitious; null where the part is of all owners. */
  readonly synthetic: boolean | null;
}

/** Why there is no figure of a part of what an authority uses; null where there is one. */
function whyNot(use: AuthorityUse, part: UsePart): string | null {
  if (!use.sight) return notShared(use.authority);
  if (use.month === null) return notRecorded(use.authority);
  const isMadeUp = use.rows.some(({ synthetic }) => synthetic);
  return part.synthetic === false && isMadeUp ? notOfReal : null;
}

/** How many placements an authority has in a part: zero where it recorded others and none of these. */
export function placementsFigure(use: AuthorityUse, part: UsePart): Figure {
  const of: FigureOf = { unit: 'placements', decimals: 0, source: sourceOf(use) };
  const why = whyNot(use, part);
  if (why !== null || !use.sight) return noFigureOf(of, why ?? '');
  return madeFigure(placementsIn(part.rows), of, {
    why: use.sight.why,
    synthetic: use.rows.some(({ synthetic }) => synthetic),
  });
}

/** Why what another pays is never shown. */
export const pricesAreOwn =
  'not shared: what an authority pays is nobody else’s to see, whatever agreements say';

/** What an authority pays for a part in a week: its own only, and only where all of it is recorded. */
export function spendFigure(use: AuthorityUse, part: UsePart): Figure {
  const of: FigureOf = { unit: 'GBP per week', decimals: 0, source: sourceOf(use) };
  if (!use.sight?.own) return noFigureOf(of, pricesAreOwn);
  const why = whyNot(use, part);
  if (why !== null) return noFigureOf(of, why);
  const unpriced = placementsIn(part.rows.filter(({ weekly_cost }) => weekly_cost === null));
  if (unpriced > 0) {
    return noFigureOf(
      of,
      `not available: the weekly cost of ${unpriced} of ${placementsIn(part.rows)} placements is not recorded`,
    );
  }
  return madeFigure(spendIn(part.rows), of, {
    why: 'own',
    synthetic: use.rows.some(({ synthetic }) => synthetic),
  });
}

/** GBP a week of rows whose cost is recorded. */
const spendIn = (rows: readonly UseRow[]) =>
  rows.reduce((sum, { weekly_cost }) => sum + (weekly_cost ?? 0), 0);
