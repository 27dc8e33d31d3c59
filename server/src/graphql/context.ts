import { badInput } from '@sufficiency/shared/errors.ts';
import type { Actor } from '../modules/access/actor.ts';
import type { SignIn } from '../modules/access/sign-in.service.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';
import { createViewer } from '../modules/access/viewer.service.ts';
import type { Viewer } from '../modules/access/viewer.ts';
import {
  recordBeforeAnswer,
  recordNotedWithin,
  refusalsOf,
  takeNotes,
} from '../modules/audit/audit.service.ts';
import type { NewAuditEvent } from '../modules/audit/audit-event.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Live } from '../platform/live.ts';

/** What is the same for every operation. */
export interface Services {
  readonly clock: Clock;
  readonly signIn: SignIn;
  readonly database: Database;
  readonly live: Live;
  readonly demonstration: boolean;
}

/** The session cookie as an operation may read and change it. Unit of `maxAge`: seconds. */
export interface SessionCookie {
  readonly secret: string | null;
  set(session: { secret: string; maxAge: number } | null): void;
}

/** What resolvers get: who asks, and the operation's one transaction. */
export interface Context {
  readonly clock: Clock;
  readonly signIn: SignIn;
  readonly live: Live;
  readonly demonstration: boolean;
  readonly sessionSecret: string | null;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Starts or ends the session once the operation has gone well; one that failed leaves things as they were. */
  setSession: SessionCookie['set'];
  /** Who asks; null only where a field opted out of sign-in. */
  readonly actor: Actor | null;
  /** After a sign-in: the rest of this operation is asked by that account. */
  become(actor: Actor): void;
  /**
   * What use cases work with.
   *
   * @throws DomainError UNAUTHENTICATED nobody is signed in.
   */
  readonly viewer: Viewer;
  /** Records what a mutation read of other organisations, in its own transaction. */
  recordWithin(): Promise<void>;
  /**
   * Records what was noted, and which fields were refused, before the answer leaves.
   *
   * @throws DomainError UNAVAILABLE the log cannot be written: nothing may be answered.
   */
  recordBeforeAnswer(refused: readonly string[]): Promise<void>;
  /** The same, for whoever records it for all who get the answer. */
  toRecord(refused: readonly string[]): NewAuditEvent[];
  /** Ends the operation's transaction, if one was opened. */
  end(how: 'commit' | 'rollback'): Promise<void>;
}

/** A fresh context for one operation: nothing in it outlives the answer. */
export function createContext(
  services: Services,
  request: {
    actor: Actor | null;
    cookie: SessionCookie;
    mode: 'read' | 'write';
    signal: AbortSignal;
  },
): Context {
  let actor = request.actor;
  let viewer: Viewer | undefined;
  let session: { secret: string; maxAge: number } | null | undefined;

  const settleSession = async (how: 'commit' | 'rollback') => {
    if (session === undefined) return;
    // Whoever signs in or out leaves the session before: nobody goes on with an id that somebody else knew.
    const ending = how === 'commit' ? request.cookie.secret : session?.secret;
    if (ending) await services.signIn.endSession(ending);
    if (how === 'commit') request.cookie.set(session);
  };

  return {
    clock: services.clock,
    signIn: services.signIn,
    live: services.live,
    demonstration: services.demonstration,
    sessionSecret: request.cookie.secret,
    signal: request.signal,
    setSession(changed) {
      session = changed;
    },
    get actor() {
      return actor;
    },
    become(signedIn) {
      if (viewer || session) throw badInput('Sign in once in a request, before anything else.');
      actor = signedIn;
    },
    get viewer() {
      if (!actor) throw unauthenticated('Sign in first.');
      viewer ??= createViewer(services, actor, request.mode);
      return viewer;
    },
    recordWithin: async () => {
      if (viewer) await recordNotedWithin(viewer);
    },
    recordBeforeAnswer: async (refused) => {
      if (!actor) return;
      viewer ??= createViewer(services, actor, request.mode);
      await recordBeforeAnswer(viewer, { database: services.database, refused });
    },
    toRecord: (refused) =>
      viewer ? [...takeNotes(viewer.operation), ...refusalsOf(viewer.actor, refused)] : [],
    end: async (how) => {
      await (how === 'commit' ? viewer?.operation.commit() : viewer?.operation.rollback());
      await settleSession(how);
    },
  };
}
