import type { Permission } from '@sufficiency/shared/access/permissions.ts';
import { DomainError } from '@sufficiency/shared/errors.ts';
import type { Actor } from '../modules/access/actor.ts';
import { requirePermission } from '../modules/access/actor.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';
import { createViewer } from '../modules/access/viewer.service.ts';
import { recordBeforeAnswer } from '../modules/audit/audit.service.ts';
import { mostSendings, tooManySendings } from '../modules/returns/return-turns.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { requireCsrfHeader } from './guards.ts';
import { requireFormLength } from './multipart.ts';

interface Admitting {
  readonly services: { readonly clock: Clock; readonly database: Database };
  authenticate(request: Request): Promise<Actor | null>;
}

/** Those who send files: returns, notices of frameworks, and what a CRM exports. */
const sendsFiles: readonly Permission[] = ['return:submit', 'framework:write', 'enquiry:write'];

function requireSender(actor: Actor): void {
  const mayOne = sendsFiles.some((permission) => actor.permissions.has(permission));
  if (!mayOne) requirePermission(actor, 'return:submit');
}

/**
 * Lets nobody send files but those who may send some, before a byte of them is read; and no organisation more at once
 * than take turns, so that nobody fills the disk.
 *
 * @throws DomainError UNAUTHENTICATED nobody is signed in; FORBIDDEN their role sends none, as the log is told.
 * @throws DomainError BAD_USER_INPUT more than 100 MB, or of a length that is not told.
 * @throws DomainError CONFLICT too many files of the organisation are on their way.
 */
export const admitFiles = ({ services, authenticate }: Admitting) => {
  const onTheirWay = new Map<string, number>();
  return async (request: Request, read: () => Promise<void>): Promise<void> => {
    requireCsrfHeader(request);
    const actor = await authenticate(request);
    if (!actor) throw unauthenticated('Sign in first.');
    try {
      requireSender(actor);
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
    const { organisationId } = actor;
    const before = onTheirWay.get(organisationId) ?? 0;
    if (before >= mostSendings) throw tooManySendings();
    onTheirWay.set(organisationId, before + 1);
    try {
      await read();
    } finally {
      onTheirWay.set(organisationId, (onTheirWay.get(organisationId) ?? 1) - 1);
    }
  };
};
