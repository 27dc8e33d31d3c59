import { getDatamodel } from '@sufficiency/prisma/pothos-types.ts';
import type { Actor } from '../modules/access/actor.ts';
import { viewerSettings } from '../modules/access/actor.ts';
import type { SignIn } from '../modules/access/sign-in.service.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';
import type { Viewer } from '../modules/access/viewer.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Records } from '../platform/database.ts';
import { Operation } from '../platform/database.ts';

/** What is the same for every operation. */
export interface Services {
  readonly clock: Clock;
  readonly signIn: SignIn;
  readonly database: Database;
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
  readonly demonstration: boolean;
  readonly sessionSecret: string | null;
  /** Sets or ends the session cookie of the answer. */
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
  /** Ends the operation's transaction, if one was opened. */
  end(how: 'commit' | 'rollback'): Promise<void>;
}

/** A fresh context for one operation: nothing in it outlives the answer. */
export function createContext(
  services: Services,
  request: { actor: Actor | null; cookie: SessionCookie; mode: 'read' | 'write' },
): Context {
  let actor = request.actor;
  let viewer: Viewer | undefined;

  return {
    clock: services.clock,
    signIn: services.signIn,
    demonstration: services.demonstration,
    sessionSecret: request.cookie.secret,
    setSession: request.cookie.set,
    get actor() {
      return actor;
    },
    become(signedIn) {
      actor = signedIn;
    },
    get viewer() {
      if (!actor) throw unauthenticated('Sign in first.');
      viewer ??= createViewer(services, actor, request.mode);
      return viewer;
    },
    end: async (how) => {
      await (how === 'commit' ? viewer?.operation.commit() : viewer?.operation.rollback());
    },
  };
}

/** An actor with a transaction of its own, not yet open. */
export function createViewer(
  services: Pick<Services, 'clock' | 'database'>,
  actor: Actor,
  mode: 'read' | 'write',
): Viewer {
  const operation = new Operation(services.database, viewerSettings(actor), mode);
  return { actor, operation, db: lazyRecords(operation), clock: services.clock };
}

type Method = (...args: unknown[]) => Promise<unknown>;

const datamodel = getDatamodel() as unknown as { datamodel: { models: Record<string, unknown> } };

/** The names under which Prisma's client offers its models, for example `savedComparison`. */
const delegates = Object.keys(datamodel.datamodel.models).map(
  (model) => model.charAt(0).toLowerCase() + model.slice(1),
);

/** Prisma's client, there at once as Pothos wants it, although the transaction opens only when something is asked. */
function lazyRecords(operation: Operation): Records {
  const method =
    (model: string, name: string): Method =>
    async (...args) => {
      const records = (await operation.records()) as unknown as Record<
        string,
        Record<string, Method>
      >;
      return records[model]?.[name]?.(...args);
    };
  const delegate = (model: string) =>
    new Proxy(
      {},
      { get: (_, name) => (typeof name === 'string' ? method(model, name) : undefined) },
    );

  return Object.fromEntries(
    delegates.map((model) => [model, delegate(model)]),
  ) as unknown as Records;
}
