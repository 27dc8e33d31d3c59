import { isRole, permissionsOf, purposeOf } from '@sufficiency/shared/access/permissions.ts';
import { DomainError, forbidden, notFound } from '@sufficiency/shared/errors.ts';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import { recordRefusedSignIn } from '../audit/audit.service.ts';
import type { Actor } from './actor.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { CredentialRow } from './sign-in.queries.ts';
import {
  accountByName,
  accountOfSession,
  accountOfToken,
  accountsOfCredentials,
  deleteEndedSessions,
  deleteSession,
  insertSession,
  syntheticAccounts,
  touchSessions,
} from './sign-in.queries.ts';

/** Unit: milliseconds. */
const second = 1_000;
const minute = 60 * second;
const idleLimit = 30 * minute;
const absoluteLimit = 12 * 60 * minute;
/** A disabled account or a revoked credential is refused within this time. */
const memory = 2 * second;

/** A credential as it came with a request. */
export type Credential =
  | { readonly kind: 'token'; readonly secret: string }
  | { readonly kind: 'session'; readonly secret: string };

export const unauthenticated = (message: string) => new DomainError('UNAUTHENTICATED', message);

const endedSession = 'Your session has ended. Sign in again to go on.';
const unusableToken = 'This token cannot be used. Ask for a new one.';

/** An invented account that anybody may sign in as. */
export interface DemonstrationAccount {
  readonly account: string;
  readonly organisation: string;
  readonly role: string;
  /** What this person comes for, in a sentence. */
  readonly purpose: string;
  /** Code of its consortium; null outside one. */
  readonly consortium: string | null;
}

/** Turns sessions and tokens into actors, and starts and ends sessions. */
export class SignIn {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #demonstration: boolean;
  readonly #known: LRUCache<string, { actor: Actor; readAt: number }>;

  constructor(options: { database: Database; clock: Clock; demonstration: boolean }) {
    this.#database = options.database;
    this.#clock = options.clock;
    this.#demonstration = options.demonstration;
    this.#known = new LRUCache({ max: 10_000 });
  }

  /**
   * Who a credential belongs to.
   *
   * @throws DomainError UNAUTHENTICATED it is unknown, has ended, or its account is disabled: all told alike.
   */
  async actorOf(credential: Credential): Promise<Actor> {
    const hash = hashOf(credential.secret);
    const key = `${credential.kind} ${hash}`;
    const known = this.#known.get(key);
    const now = this.#clock.now().getTime();
    if (known && now - known.readAt < memory) return known.actor;

    const actor = await this.#read(credential.kind, hash);
    this.#known.set(key, { actor, readAt: now });
    return actor;
  }

  /**
   * Who each of many credentials belongs to now, in one question; null where `actorOf` would refuse it.
   */
  async actorsOf(credentials: readonly (Credential | null)[]): Promise<(Actor | null)[]> {
    const keys = credentials.map((each) => each && `${each.kind} ${hashOf(each.secret)}`);
    const hashesOf = (kind: Credential['kind']) =>
      [...new Set(keys)].flatMap((key) =>
        key?.startsWith(kind) ? [key.slice(kind.length + 1)] : [],
      );
    const rows = await accountsOfCredentials(this.#database.pool, {
      token: hashesOf('token'),
      session: hashesOf('session'),
    });
    const now = this.#clock.now();
    const valid = rows.filter((row) => !hasEnded(row, now));
    const unseen = valid.filter((row) => row.kind === 'session' && idleOf(row, now) > minute);
    if (unseen.length > 0) {
      const those = unseen.map(({ secret_hash }) => secret_hash);
      await touchSessions(this.#database.pool, those, now);
    }
    const actors = new Map(valid.map((row) => [`${row.kind} ${row.secret_hash}`, actorIn(row)]));
    return keys.map((key) => (key === null ? null : (actors.get(key) ?? null)));
  }

  /**
   * Starts a session of a demonstration's account. Unit of `maxAge`: seconds.
   *
   * @throws DomainError FORBIDDEN this is not a demonstration.
   * @throws DomainError NOT_FOUND there is no such account.
   */
  async startSession(
    accountName: string,
  ): Promise<{ actor: Actor; secret: string; maxAge: number }> {
    if (!this.#demonstration) {
      throw forbidden('Signing in by name exists in a demonstration only.');
    }
    const row = /^[\w.-]{1,200}$/.test(accountName)
      ? await accountByName(this.#database.pool, accountName)
      : undefined;
    if (row?.disabled) await this.#recordRefusal(row);
    if (!row || row.disabled) throw notFound('account', accountName.slice(0, 200));

    const secret = newSecret('session');
    const createdAt = this.#clock.now();
    const endsAt = new Date(createdAt.getTime() + absoluteLimit);
    await deleteEndedSessions(this.#database.pool, {
      at: createdAt,
      unusedSince: new Date(createdAt.getTime() - idleLimit),
    });
    await insertSession(this.#database.pool, {
      secretHash: hashOf(secret),
      accountId: row.account_id,
      createdAt,
      endsAt,
    });
    return { actor: toActor(row), secret, maxAge: absoluteLimit / second };
  }

  /** The accounts that anybody may sign in as; none in service. */
  async demonstrationAccounts(): Promise<DemonstrationAccount[]> {
    if (!this.#demonstration) return [];
    const rows = await syntheticAccounts(this.#database.pool);
    return rows.map(({ role, ...row }) => ({
      ...row,
      role,
      purpose: isRole(role) ? purposeOf[role] : '',
    }));
  }

  /** Ends a session at once. Ending one that has ended already changes nothing. */
  async endSession(secret: string): Promise<void> {
    const hash = hashOf(secret);
    await deleteSession(this.#database.pool, hash);
    this.#known.delete(`session ${hash}`);
  }

  /** A name that nobody has is in nobody's log; a disabled account's is in its organisation's. */
  async #recordRefusal(row: CredentialRow): Promise<void> {
    await recordRefusedSignIn(this.#database, { actor: toActor(row), clock: this.#clock });
  }

  async #read(kind: Credential['kind'], hash: string): Promise<Actor> {
    const now = this.#clock.now();
    if (kind === 'token') {
      const row = await accountOfToken(this.#database.pool, hash);
      if (!row || hasEnded(row, now)) throw unauthenticated(unusableToken);
      return toActor(row);
    }
    const row = await accountOfSession(this.#database.pool, hash);
    if (!row || hasEnded(row, now)) {
      if (row) await deleteSession(this.#database.pool, hash);
      throw unauthenticated(endedSession);
    }
    if (idleOf(row, now) > minute) await touchSessions(this.#database.pool, [hash], now);
    return toActor(row);
  }
}

/** Since when a session was not used; 0 for a token, which nobody needs to use. Unit: milliseconds. */
const idleOf = ({ last_seen_at }: CredentialRow, now: Date) =>
  last_seen_at === null ? 0 : now.getTime() - last_seen_at.getTime();

const hasEnded = (row: CredentialRow, now: Date) =>
  (row.ends_at !== null && row.ends_at <= now) || idleOf(row, now) > idleLimit;

/** As `toActor`; null where its role no longer exists. */
const actorIn = (row: CredentialRow) => (isRole(row.role) ? toActor(row) : null);

function toActor(row: CredentialRow): Actor {
  if (!isRole(row.role)) {
    throw unauthenticated('The role of this account no longer exists. Ask your administrator.');
  }
  return {
    accountId: row.account_id,
    account: row.account,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    organisationSlug: row.organisation_slug,
    organisationKind: row.organisation_kind,
    role: row.role,
    permissions: new Set(permissionsOf[row.role]),
    authorityCodes: row.authority_codes,
    consortiumCode: row.consortium_code,
  };
}
