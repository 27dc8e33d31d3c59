import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { arrangeAgreement, forgetAgreements, underPolicies, usual } from './agreements.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

const PREVIEW = `{ previewAs(organisation: "d2n2") { cells { dataset level why } } }`;

const pool = new pg.Pool({ connectionString: app.appUrl, max: 1 });
pool.on('error', () => undefined);
afterAll(() => pool.end());

/** How much of others an account of the hub sees, by the function that row-level security asks. */
const hubSees = () =>
  underPolicies(
    pool,
    { account: 'hub-analyst.d2n2', at: clock.now().toISOString() },
    async (client) => (await client.query('select from sight()')).rowCount,
  );

const END = `mutation End($input: AgreementReasonInput!) { endAgreement(input: $input) { status } }`;

/** Gives the hub sight, has Derby end it, and looks again at once. */
async function sightAfterAnEnd(): Promise<unknown[]> {
  await forgetAgreements(app.db);
  const id = randomUUID();
  await arrangeAgreement(app.db, { ...usual, id });
  const before = await hubSees();
  const ended = await app.as<{ endAgreement: { status: string } }>('ig-lead.derby', END, {
    input: {
      id: Buffer.from(`SharingAgreement:${id}.1`).toString('base64'),
      revision: 1,
      reason: 'At once.',
    },
  });
  return [before, ended.data?.endAgreement.status, await hubSees()];
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('sight', () => {
  beforeAll(() => forgetAgreements(app.db));

  test('ends with its agreement, 100 times of 100', async () => {
    const outcomes: unknown[] = [];
    for (const _time of times(100)) outcomes.push(await sightAfterAnEnd());

    expect(outcomes).toEqual(times(100).map(() => [2, 'ENDED', 0]));
  });

  test('ends within five seconds of an account being disabled', async () => {
    const answered = await app.as('ig-lead.derby', PREVIEW);
    await app.db.query(`update account set disabled_at = now() where name = 'ig-lead.derby'`);
    clock.pass({ seconds: 5 });

    const refused = refusalOf(await app.as('ig-lead.derby', PREVIEW));

    expect(refusalOf(answered)).toBe('');
    expect(refused).toMatch(/^UNAUTHENTICATED/);
  });
});
