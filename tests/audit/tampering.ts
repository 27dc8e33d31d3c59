import { randomUUID } from 'node:crypto';
import type { StoredEvent } from '@sufficiency/server/modules/audit/chain.ts';
import { linkHash } from '@sufficiency/server/modules/audit/chain.ts';
import type { Finding } from '@sufficiency/server/modules/audit/chain-check.ts';
import * as fc from 'fast-check';
import type pg from 'pg';

/** A log that was tampered with by somebody whom nothing in the database holds back. */
export interface Tampering {
  readonly what: string;
  /** Place in the chain, counted from 1. */
  readonly at: number;
  /** The same, for what needs two places or a length. */
  readonly other: number;
}

/** What a verifier must say of it: one of its findings is of such a kind and touches these places. */
export interface Expected {
  readonly kinds: readonly Finding['kind'][];
  readonly from: number;
  readonly to: number;
}

type Apply = (log: TamperedLog, at: number, other: number) => Promise<Expected>;

/** The chain of one tenant, open to a superuser. */
export class TamperedLog {
  readonly #db: pg.Pool;
  readonly tenantId: string;
  readonly length: number;

  constructor(options: { db: pg.Pool; tenantId: string; length: number }) {
    this.#db = options.db;
    this.tenantId = options.tenantId;
    this.length = options.length;
  }

  /** Changes rows with every trigger and foreign key off. */
  async run(statement: string, values: readonly unknown[] = []): Promise<void> {
    const client = await this.#db.connect();
    try {
      await client.query(`set session_replication_role = replica`);
      await client.query(statement, [...values]);
      await client.query(`set session_replication_role = origin`);
    } finally {
      client.release();
    }
  }

  /** The event at a place. */
  async eventIdAt(at: number): Promise<string> {
    const { rows } = await this.#db.query<{ event_id: string }>(
      'select event_id from audit_link where tenant_id = $1 and sequence = $2',
      [this.tenantId, at],
    );
    return rows[0]?.event_id ?? '';
  }

  /** Sets one column of the event at a place. */
  editEvent(at: number, assignment: string): Promise<void> {
    return this.run(
      `update audit_event set ${assignment}
       where id = (select event_id from audit_link where tenant_id = $1 and sequence = $2)`,
      [this.tenantId, at],
    );
  }

  /** Works the hash of one entry out anew, as a careful forger would. */
  async rehash(at: number): Promise<void> {
    const { rows } = await this.#db.query<
      StoredEvent & { chainedAt: Date; previous: string | null }
    >(
      `select l.chained_at as "chainedAt", e.tenant_id as "tenantId", e.id, e.type, e.account, e.role,
         e.actor_organisation_id as "actorOrganisationId", e.agreement_id as "agreementId",
         e.agreement_version as "agreementVersion", e.details, e.occurred_at as "occurredAt",
         (select hash from audit_link p where p.tenant_id = l.tenant_id and p.sequence = l.sequence - 1) as previous
       from audit_link l join audit_event e on e.tenant_id = l.tenant_id and e.id = l.event_id
       where l.tenant_id = $1 and l.sequence = $2`,
      [this.tenantId, at],
    );
    const [row] = rows;
    if (!row) throw new Error(`The chain has no place ${at}.`);
    const hash = linkHash(row.previous ?? '0'.repeat(64), {
      sequence: at,
      chainedAt: row.chainedAt,
      event: row,
    });
    await this.run('update audit_link set hash = $3 where tenant_id = $1 and sequence = $2', [
      this.tenantId,
      at,
      hash,
    ]);
  }

  /** Takes entry and event away. */
  async remove(at: number): Promise<void> {
    await this.run(
      `delete from audit_event where id = (select event_id from audit_link where tenant_id = $1 and sequence = $2)`,
      [this.tenantId, at],
    );
    await this.run('delete from audit_link where tenant_id = $1 and sequence = $2', [
      this.tenantId,
      at,
    ]);
  }

  /** Moves all entries from a place on up or down. */
  async shift(from: number, by: 1 | -1): Promise<void> {
    await this.run(
      'update audit_link set sequence = -(sequence + $3) where tenant_id = $1 and sequence >= $2',
      [this.tenantId, from, by],
    );
    await this.run(
      'update audit_link set sequence = -sequence where tenant_id = $1 and sequence < 0',
      [this.tenantId],
    );
  }

  /** Adds a made-up event, a copy of another but for its id; gives that id. */
  async addEvent(like: number): Promise<string> {
    const id = randomUUID();
    await this.run(
      `insert into audit_event (tenant_id, id, type, account, role, actor_organisation_id, details, occurred_at)
       select e.tenant_id, $3, e.type, e.account, e.role, e.actor_organisation_id, e.details, e.occurred_at
       from audit_event e join audit_link l on l.event_id = e.id and l.tenant_id = e.tenant_id
       where l.tenant_id = $1 and l.sequence = $2`,
      [this.tenantId, like, id],
    );
    return id;
  }

  /** Gives an event a place in the chain. */
  async addLink(at: number, eventId: string): Promise<void> {
    await this.run(`insert into audit_link values ($1, $2, $3, repeat('a', 64), now())`, [
      this.tenantId,
      at,
      eventId,
    ]);
  }
}

const altered = (from: number, to = from): Expected => ({ kinds: ['altered'], from, to });

const edit =
  (assignment: string): Apply =>
  async (log, at) => {
    await log.editEvent(at, assignment);
    return altered(at);
  };

/** Everything that is tried, by name. */
export const tamperings: Readonly<Record<string, Apply>> = {
  'edit an account': edit(`account = account || 'x'`),
  'edit a type': edit(`type = 'session.ended'`),
  'edit a role': edit(`role = 'nobody'`),
  'edit the details': edit(`details = details || '{"dataset": "costs"}'`),
  'edit the time': edit(`occurred_at = occurred_at + interval '1 millisecond'`),
  'edit the agreement': edit(`agreement_id = gen_random_uuid(), agreement_version = 1`),
  'edit an event and its hash': async (log, at) => {
    await log.editEvent(at, `account = account || 'x'`);
    await log.rehash(at);
    return { kinds: ['altered', 'rewritten'], from: at, to: at + 1 };
  },
  'edit a hash': async (log, at) => {
    await log.run(
      `update audit_link set hash = repeat('b', 64) where tenant_id = $1 and sequence = $2`,
      [log.tenantId, at],
    );
    return altered(at);
  },
  'edit when it was chained': async (log, at) => {
    await log.run(
      `update audit_link set chained_at = chained_at - interval '1 hour' where tenant_id = $1 and sequence = $2`,
      [log.tenantId, at],
    );
    return altered(at);
  },
  'delete an event': async (log, at) => {
    await log.run(
      `delete from audit_event where id = (select event_id from audit_link where tenant_id = $1 and sequence = $2)`,
      [log.tenantId, at],
    );
    return { kinds: ['event-missing'], from: at, to: at };
  },
  'delete an event and its entry': async (log, at) => {
    await log.remove(at);
    return { kinds: ['missing', 'cut-off'], from: at, to: at };
  },
  'delete an event and close the gap': async (log, at) => {
    await log.remove(at);
    await log.shift(at, -1);
    return { kinds: ['altered', 'cut-off'], from: at, to: at };
  },
  'insert an event into the chain': async (log, at) => {
    const id = await log.addEvent(at);
    await log.shift(at, 1);
    await log.addLink(at, id);
    return altered(at);
  },
  'insert an event and work its hash out': async (log, at) => {
    const id = await log.addEvent(at);
    await log.shift(at, 1);
    await log.addLink(at, id);
    await log.rehash(at);
    return altered(at + 1);
  },
  'swap two events': async (log, at, other) => {
    const place = other === at ? (at % log.length) + 1 : other;
    const [first, second, aside] = [
      await log.eventIdAt(at),
      await log.eventIdAt(place),
      randomUUID(),
    ];
    await log.run('update audit_event set id = $2 where id = $1', [first, aside]);
    await log.run('update audit_event set id = $2 where id = $1', [second, first]);
    await log.run('update audit_event set id = $2 where id = $1', [aside, second]);
    return altered(at);
  },
  'swap two entries': async (log, at, other) => {
    const place = other === at ? (at % log.length) + 1 : other;
    await log.run(
      'update audit_link set sequence = -sequence where tenant_id = $1 and sequence in ($2, $3)',
      [log.tenantId, at, place],
    );
    await log.run(
      `update audit_link set sequence = case sequence when -$2::int then $3::int else $2::int end
       where tenant_id = $1 and sequence < 0`,
      [log.tenantId, at, place],
    );
    return altered(at);
  },
  'cut off the end': async (log, at) => {
    await log.run(
      `delete from audit_event where id in (
         select event_id from audit_link where tenant_id = $1 and sequence >= $2)`,
      [log.tenantId, at],
    );
    await log.run('delete from audit_link where tenant_id = $1 and sequence >= $2', [
      log.tenantId,
      at,
    ]);
    return { kinds: ['cut-off'], from: at, to: log.length };
  },
};

/** Any of them, at any place of a chain of this length. */
export const anyTampering = (length: number): fc.Arbitrary<Tampering> =>
  fc.record({
    what: fc.constantFrom(...Object.keys(tamperings)),
    at: fc.integer({ min: 1, max: length }),
    other: fc.integer({ min: 1, max: length }),
  });

/** True where a verifier found it and said where. */
export const isLocated = (findings: readonly Finding[], { kinds, from, to }: Expected): boolean =>
  findings.some(
    (finding) =>
      kinds.includes(finding.kind) &&
      finding.from !== null &&
      finding.to !== null &&
      finding.from <= to &&
      finding.to >= from,
  );
