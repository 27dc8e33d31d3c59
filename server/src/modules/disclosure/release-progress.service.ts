import type { Live } from '../../platform/live.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';

/** What is told of when the building of a release comes on, or it stands elsewhere. */
export const releaseTopic = 'release';

/** A tick at once, and one each time a release changes. What a viewer then finds is read anew, through all locks. */
export function followRelease(
  { actor }: Viewer,
  live: Live,
  id: string,
): AsyncIterable<string | null> {
  requirePermission(actor, 'release:read');
  return live.listen(releaseTopic, id);
}
