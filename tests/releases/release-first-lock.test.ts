import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { arrangeAgreement, forgetAgreements, usual } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { readsOf } from './readers.ts';
import type { SeenRelease } from './releases.ts';
import { published, ready, testWorker } from './releases.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });
const worker = testWorker(app, clock);
const releases: Record<string, SeenRelease> = {};

beforeAll(async () => {
  await forgetAgreements(app.db);
  const recipients = ['MEMBERS', 'REVIEWERS', 'PUBLIC'];
  await arrangeAgreement(app.db, {
    ...usual,
    id: randomUUID(),
    items: recipients.map((recipient) => ({
      dataset: 'fostering',
      recipient,
      level: 'RELEASED',
    })),
  });
  for (const audience of recipients) {
    releases[audience] = await published(app, worker, { period: '2026-04', audience });
  }
  releases['draft'] = await ready(app, worker, { period: '2026-04' });
  for (const table of ['release', 'release_cell', 'release_certificate', 'release_authority']) {
    await app.db.query(`alter table ${table} disable row level security`);
  }
});

const both = 'Derby, Nottingham';

describe('releases, with row-level security taken away and only the filter of the code left', () => {
  test.each([
    ['commissioner.derby', 'MEMBERS', both],
    ['commissioner.derbyshire', 'MEMBERS', 'hidden'],
    ['commissioner.coventry', 'MEMBERS', 'hidden'],
    ['reviewer.d2n2', 'MEMBERS', 'hidden'],
    ['reviewer.d2n2', 'REVIEWERS', both],
    ['commissioner.coventry', 'REVIEWERS', 'hidden'],
    ['provider.brook-lane-care', 'REVIEWERS', 'hidden'],
    ['provider.brook-lane-care', 'PUBLIC', both],
    ['commissioner.derby', 'draft', 'hidden'],
    ['ig-lead.d2n2', 'draft', 'hidden'],
    ['hub-analyst.west-midlands', 'draft', 'hidden'],
  ])('show %s of a release for %s: %s', async (account, audience, expected) => {
    expect(await readsOf(app, account, releases[audience] ?? { id: '' })).toBe(expected);
  });

  test('show the hub its draft, but of nobody who has ended the agreement', async () => {
    await app.db.query(
      `update agreement_party set signed_at = null, signed_by = null
       where organisation_id = (select id from organisation where slug = 'nottingham')`,
    );

    expect(await readsOf(app, 'commissioner.derby', releases['MEMBERS'] ?? { id: '' })).toBe(
      'Derby',
    );
    expect(await readsOf(app, 'hub-analyst.d2n2', releases['draft'] ?? { id: '' })).toBe('');
  });
});
