import { badInput } from '@sufficiency/shared/errors.ts';
import { Operation } from '../../platform/database.ts';
import type { Live } from '../../platform/live.ts';
import { tell } from '../../platform/live.ts';
import { requirePermission, viewerSettings } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ReturnProgressRow } from './return-progress.queries.ts';
import { forgetProgress, keepProgress, selectProgress } from './return-progress.queries.ts';

const topic = 'return-progress';

/** How far work on something that was sent has come. */
export type ReturnProgress = Omit<ReturnProgressRow, 'key'>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws DomainError BAD_USER_INPUT a key that is no UUID. */
export function checkedProgressKey(key: string): string {
  if (!uuid.test(key)) throw badInput('A progress key must be a UUID that you chose.');
  return key.toLowerCase();
}

/**
 * Keeps how far work has come, in a transaction of its own, so that others see it while the work goes on; and tells
 * whoever follows it.
 */
export async function reportProgress(
  { operation, actor, clock }: Viewer,
  key: string,
  progress: ReturnProgress,
): Promise<void> {
  const writing = new Operation(operation.database, viewerSettings(actor, clock), 'write');
  try {
    await writing.rows(keepProgress({ ...progress, key }, clock.now()));
    await writing.rows(forgetProgress(clock.now()));
    await writing.rows(tell(topic, key));
    await writing.commit();
  } catch (error) {
    await writing.rollback();
    throw error;
  }
}

/** The same at the end, in the operation’s own transaction: it is told when what was done is kept. */
export async function reportDone(
  { operation, clock }: Viewer,
  key: string,
  progress: ReturnProgress,
): Promise<void> {
  await operation.rows(keepProgress({ ...progress, key }, clock.now()));
  await operation.rows(tell(topic, key));
}

/** How far it has come; null where nothing of that key is known to the viewer’s organisation. */
export async function readProgress(viewer: Viewer, key: string): Promise<ReturnProgress | null> {
  requirePermission(viewer.actor, 'return:submit');
  const [row] = await viewer.operation.rows<ReturnProgressRow>(
    selectProgress(viewer.actor.organisationId, checkedProgressKey(key)),
  );
  return row ?? null;
}

/** A tick at once, and one each time the key’s progress changed. */
export function followProgress(
  viewer: Viewer,
  live: Live,
  key: string,
): AsyncIterable<string | null> {
  requirePermission(viewer.actor, 'return:submit');
  return live.listen(topic, checkedProgressKey(key));
}
