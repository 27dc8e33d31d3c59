import { DomainError } from '@sufficiency/shared/errors.ts';
import type { Actor } from '../modules/access/actor.ts';
import { requirePermission } from '../modules/access/actor.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';
import { createViewer } from '../modules/access/viewer.service.ts';
import { recordBeforeAnswer } from '../modules/audit/audit.service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { requireCsrfHeader } from './guards.ts';
import { requireFormLength } from './multipart.ts';

interface Admitting {
  readonly services: { readonly clock: Clock; readonly database: Database };
  authenticate(request: Request): Promise<Actor | null>;
}

/**
 * Lets nobody send files but those who may send returns, before a byte of them is read.
 *
 * @throws DomainError UNAUTHENTICATED nobody is signed in; FORBIDDEN their role sends none, as the log is told.
 * @throws DomainError BAD_USER_INPUT more than 100 MB, or of a length that is not told.
 */
export const admitFiles =
  ({ services, authenticate }: Admitting) =>
  async (request: Request): Promise<void> => {
    requireCsrfHeader(request);
    const actor = await authenticate(request);
    if (!actor) throw unauthenticated('Sign in first.');
    try {
      requirePermission(actor, 'return:submit');
    } catch (error) {
      if (error instanceof DomainError) {
        const viewer = createViewer(services, actor, 'read');
        await recordBeforeAnswer(viewer, {
          database: services.database,
          refused: ['submitReturn'],
        });
      }
      throw error;
    }
    requireFormLength(request);
  };
