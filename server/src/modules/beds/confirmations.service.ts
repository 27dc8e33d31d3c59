import { notFound } from '@sufficiency/shared/errors.ts';
import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { noteHomes, readBedSight } from './bed-sight.service.ts';
import type { ConfirmationRow, ConfirmationsFound } from './confirmations.queries.ts';
import { confirmationsWanted } from './confirmations.queries.ts';
import { seenHomesValues } from './seen-homes.ts';

/** A provider in the league. */
export interface ProviderConfirmations extends ConfirmationRow {
  /** 1 confirms best; those alike share the lower number; null where no day was looked at. */
  readonly rank: number | null;
  /** Of its homes’ days, those that ended with the home confirmed in time. Unit: percent; null where there is none. */
  readonly percentInTime: number | null;
}

/** How well providers confirm how their homes are. */
export interface BedConfirmations {
  readonly consortium: ConsortiumRecord;
  readonly readAt: Date;
  /** First day of those that are looked at, `YYYY-MM-DD`; the last is yesterday. */
  readonly from: string;
  /** Who confirms best comes first. */
  readonly providers: readonly ProviderConfirmations[];
}

/** How long back days are looked at. Unit: days. */
const span = 28;

/**
 * The league of providers by how well they confirm: of all homes that the viewer sees but those for short breaks.
 *
 * @unit   homes; percent of days.
 * @source states as homes last said them, and how they stood when each day ended.
 * @throws DomainError NOT_FOUND an unknown consortium.
 */
export async function readBedConfirmations(
  viewer: Viewer,
  code: string,
): Promise<BedConfirmations> {
  requirePermission(viewer.actor, 'beds:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const readAt = viewer.clock.now();
  const from = daysAfter(today(viewer.clock), -span);
  const values = seenHomesValues(viewer.actor, await readBedSight(viewer), {
    areas: consortium.members.map((member) => member.code),
    now: readAt,
  });
  const [found] = await viewer.operation.rows<ConfirmationsFound>(
    confirmationsWanted(values, from),
  );
  if (!found) throw new Error('The league answered nothing.');
  await noteHomes(viewer, found.holders);
  return { consortium, readAt, from, providers: ranked(found.rows) };
}

/** Who confirms best first; of those alike, who has more homes. */
function ranked(rows: readonly ConfirmationRow[]): ProviderConfirmations[] {
  const percents = rows
    .map((row) => ({ ...row, percentInTime: percentOf(row) }))
    .toSorted(
      (one, other) =>
        (other.percentInTime ?? -1) - (one.percentInTime ?? -1) ||
        other.fresh / other.homes - one.fresh / one.homes ||
        other.homes - one.homes ||
        (one.providerId ?? 0) - (other.providerId ?? 0),
    );
  return percents.map((row) => ({
    ...row,
    rank:
      row.percentInTime === null
        ? null
        : 1 + percents.findIndex(({ percentInTime }) => percentInTime === row.percentInTime),
  }));
}

const percentOf = ({ days, daysInTime }: ConfirmationRow) =>
  days === 0 ? null : (100 * daysInTime) / days;
