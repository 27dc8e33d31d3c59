import { notFound } from '@sufficiency/shared/errors.ts';
import type { Live } from '../../platform/live.ts';
import type { Told } from '../../platform/untold.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { isUuid } from '../providers/frameworks.service.ts';
import type { HomeRecord } from './home-record.ts';
import { homesOf } from './homes.service.ts';

/** The topic on which the database itself tells the id of every home that changes, when the change is kept. */
const topic = 'home';

/** That something changed. */
export interface BedsChange {
  /** The home as it is now; null where anything may have changed, or what was shown is shown no more. */
  readonly home: HomeRecord | null;
  readonly at: Date;
}

/**
 * Ids of homes as they change, whoever’s they are; null first, and for a time in which nothing was heard.
 *
 * @throws DomainError NOT_FOUND an unknown consortium.
 */
export async function followBeds(
  viewer: Viewer,
  live: Live,
  code: string,
): Promise<AsyncIterable<Told>> {
  requirePermission(viewer.actor, 'beds:read');
  if (!(await findConsortium(viewer, code))) throw notFound('consortium', code);
  return live.listen(topic);
}

/** What became of a home, as the viewer may see it now; null for one that it does not see, or of another consortium. */
export async function readBedsChange(
  viewer: Viewer,
  code: string,
  told: Told,
): Promise<BedsChange | null> {
  requirePermission(viewer.actor, 'beds:read');
  const at = viewer.clock.now();
  if (told === null) return { home: null, at };
  // Anybody who may use the database may tell anything.
  if (!isUuid(told)) return null;
  const consortium = await findConsortium(viewer, code);
  const areas = consortium?.members.map((member) => member.code) ?? [];
  const [home] = await homesOf(viewer, [told], areas);
  return home ? { home, at } : null;
}
