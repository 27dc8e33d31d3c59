import { expect, test } from 'vitest';
import {
  againstTheRules,
  byHand,
  cell,
  certificate,
  contributes,
  makeReady,
  month,
  uuidOf,
} from './by-hand.ts';
import { published, ready } from './releases.ts';

const { app, worker, asMe, held } = await byHand();

/** What was published is another consortium's, with an authority that is in both. */
async function publishedElsewhere(period: string): Promise<void> {
  const id = uuidOf(await published(app, worker, { period }));
  await app.db.query(
    `update release set contributors = '{E06000015}', consortium_code = 'west-midlands',
    tenant_id = tenant_id where id = $1`,
    [id],
  );
}

test.each([
  ['of the month', '2026-04'],
  ['of the month before, from which its stocks follow', '2026-03'],
])(
  'an authority in a release of another consortium %s is not in this one, which says why',
  async (_, period) => {
    await publishedElsewhere(period);

    const release = await ready(app, worker, month);

    expect(release.status).toBe('READY');
    const { rows } = await app.db.query(
      `select a.contributors, (select reason from release_authority w where w.release_id = a.id and w.authority_code = 'E06000015')
     from release a where id = $1`,
      [uuidOf(release)],
    );
    expect(rows).toEqual([
      {
        contributors: ['E06000018'],
        reason:
          'Figures of Derby for April 2026, or that tell of them, are in a release of another consortium: it is not known what both tell together.',
      },
    ]);
  },
);

test('the database alone refuses it in both', async () => {
  const id = await held();
  const built = () => asMe(certificate(id), cell(id), contributes(id), makeReady(id));
  expect(await built()).toBe('1 rows');
  await app.db.query(`insert into release select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
    'status', 'WITHDRAWN', 'period', '2026-05', 'consortium_code', 'west-midlands', 'published_at', now(), 'ended_at', now(), 'reason', 'a test',
    'contributors', array['E06000015']))).* from release r`);

  expect(await built()).toBe(againstTheRules);
});
