import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { dayOf, today } from '../../platform/clock.ts';
import type { KnownAgreement } from './demonstration-agreements.queries.ts';
import {
  deleteAgreement,
  insertAgreement,
  selectConsortia,
  selectKnown,
} from './demonstration-agreements.queries.ts';
import type { DemonstrationAgreement } from './demonstration-agreements.ts';
import { demonstrationAgreements } from './demonstration-agreements.ts';

/**
 * Invents a demonstration's agreements. On a later day those that nobody has touched move their days along, so that
 * what was about to end still is; whatever somebody signed, suspended, ended or renewed stays as they left it.
 *
 * @param pool connected as the loader role, after the organisations.
 */
export async function seedAgreements(options: { pool: pg.Pool; clock: Clock }): Promise<void> {
  const client = await options.pool.connect();
  try {
    await client.query('begin');
    const known = await selectKnown(client);
    const day = today(options.clock);
    for (const consortium of await selectConsortia(client, day)) {
      for (const agreement of demonstrationAgreements(consortium, day)) {
        await keepAgreement(client, { agreement, known, at: options.clock.now(), day });
      }
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function keepAgreement(
  client: pg.PoolClient,
  {
    agreement,
    known,
    at,
    day,
  }: { agreement: DemonstrationAgreement; known: readonly KnownAgreement[]; at: Date; day: string },
): Promise<void> {
  const before = known.find(
    ({ consortium_code, reference }) =>
      consortium_code === agreement.consortiumCode && reference === agreement.reference,
  );
  if (before && (!before.untouched || dayOf(before.created_at) === day)) return;
  if (before) await deleteAgreement(client, before.id);
  await insertAgreement(client, { id: before?.id ?? randomUUID(), agreement, at });
}
