import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { arrangeAgreement, forgetAgreements, usual } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { everyWay, readsOf, waysTo } from './readers.ts';
import type { SeenRelease } from './releases.ts';
import { published, ready, testWorker } from './releases.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });
const worker = testWorker(app, clock);

const month = { period: '2026-04' };

/** Hub, Derby and Nottingham share; Nottinghamshire was asked to and did not; Derbyshire was not asked. */
const shared = (...recipients: readonly string[]) => ({
  ...usual,
  id: randomUUID(),
  parties: [...usual.parties, { organisation: 'nottinghamshire', signed: false }],
  items: [
    { dataset: 'fostering', recipient: 'HUB', level: 'EXACT' },
    ...recipients.map((recipient) => ({ dataset: 'fostering', recipient, level: 'RELEASED' })),
  ],
});

const releases: Record<string, SeenRelease> = {};
const of = (audience: string): SeenRelease => releases[audience] ?? expect.fail(audience);

beforeAll(async () => {
  await forgetAgreements(app.db);
  await arrangeAgreement(app.db, shared('MEMBERS', 'REVIEWERS', 'PUBLIC'));
  for (const audience of ['MEMBERS', 'REVIEWERS', 'PUBLIC']) {
    releases[audience] = await published(app, worker, { ...month, audience });
  }
});

const both = 'Derby, Nottingham';

describe.each([
  ['hub-analyst.d2n2', both, both, both],
  ['ig-lead.d2n2', both, both, both],
  ['commissioner.derby', both, both, both],
  ['placement-officer.nottingham', both, both, both],
  // Members without the agreement, others and outsiders.
  ['commissioner.nottinghamshire', 'hidden', 'hidden', both],
  ['commissioner.derbyshire', 'hidden', 'hidden', both],
  ['reviewer.d2n2', 'hidden', both, both],
  ['provider.brook-lane-care', 'hidden', 'hidden', both],
  ['commissioner.coventry', 'hidden', 'hidden', both],
  ['hub-analyst.west-midlands', 'hidden', 'hidden', both],
  ['reviewer.west-midlands', 'hidden', 'hidden', both],
])('%s', (account, members, reviewers, everybody) => {
  test.each([
    ['MEMBERS', members],
    ['REVIEWERS', reviewers],
    ['PUBLIC', everybody],
  ])('finds of a release for %s: %s', async (audience, expected) => {
    expect(await readsOf(app, account, of(audience))).toBe(expected);
  });
});

describe('a release that is hidden looks as one that is not there', () => {
  test('to who is not of its audience, whichever way they look', async () => {
    expect(await waysTo(app, 'commissioner.derby', of('MEMBERS'))).toEqual(everyWay);
    await app.db.query(`update sharing_agreement set status = 'ENDED'`);
    const hidden = ['commissioner.coventry', 'provider.brook-lane-care', 'reviewer.d2n2'];
    for (const account of hidden) {
      expect(await waysTo(app, account, of('MEMBERS'))).toEqual([]);
    }
    await app.db.query(`update sharing_agreement set status = 'ACTIVE'`);
  });

  test('word for word', async () => {
    const missing = Buffer.from(`Release:${randomUUID()}`).toString('base64');
    const ask = (id: string, key: string) =>
      app.as(
        'commissioner.coventry',
        `{ node(id: "${id}") { id } byId: release(id: "${id}") { id } byKey: release(key: "${key}") { id } }`,
      );

    expect(await ask(of('MEMBERS').id, of('MEMBERS').key)).toEqual(
      await ask(missing, 'd2n2/fostering/2026-04/members/77'),
    );
  });
});

describe('an agreement that ends closes at once', () => {
  test.each([
    ['commissioner.derby', 'MEMBERS', 'Derby'],
    ['reviewer.d2n2', 'REVIEWERS', 'hidden'],
    ['provider.brook-lane-care', 'PUBLIC', 'hidden'],
  ])('what %s reads of a release for %s: %s is left', async (account, audience, left) => {
    await app.db.query(
      `update sharing_agreement set status = 'SUSPENDED', suspended_by = drafted_by`,
    );

    expect(await readsOf(app, account, of(audience))).toBe(left);

    await app.db.query(`update sharing_agreement set status = 'ACTIVE', suspended_by = null`);
    expect(await readsOf(app, account, of(audience))).toBe(both);
  });

  test('what the hub reads of one that is ready, too', async () => {
    const draft = await ready(app, worker, month);
    expect(await readsOf(app, 'hub-analyst.d2n2', draft)).toBe(both);

    await app.db.query(
      `update sharing_agreement set status = 'SUSPENDED', suspended_by = drafted_by`,
    );

    expect(await readsOf(app, 'hub-analyst.d2n2', draft)).toBe('');
    await app.db.query(`update sharing_agreement set status = 'ACTIVE', suspended_by = null`);
  });
});

test('each row says its unit, where those of a table differ too', async () => {
  const answer = await app.as<{ release: { tables: { rows: { unit: string }[] }[] } }>(
    'commissioner.derby',
    `{ release(id: "${of('MEMBERS').id}") { tables(names: ["indicators"]) { rows { unit } } } }`,
  );
  const units = answer.data?.release.tables[0]?.rows.map(({ unit }) => unit);
  expect(units).toEqual(expect.arrayContaining(['enquiries', 'households', 'places']));
  expect(units).not.toContain('');
});

describe('a cell that is not shared', () => {
  const cells = async (account: string, subject: string) => {
    const answer = await app.as<{
      release: { tables: { rows: { cells: Record<string, unknown>[] }[] }[] };
    }>(
      account,
      `{ release(id: "${of('MEMBERS').id}") { tables { rows { cells { subject value symbol text why } } } } }`,
    );
    const all = answer.data?.release.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    return new Set(
      (all ?? []).filter((cell) => cell['subject'] === subject).map((cell) => JSON.stringify(cell)),
    );
  };

  test('reads the same whether or not there is a figure', async () => {
    const notShared = (subject: string) =>
      new Set([
        JSON.stringify({
          subject,
          value: null,
          symbol: 'x',
          text: 'x',
          why: `No agreement in force shares fostering of ${subject} with you.`,
        }),
      ]);
    expect(await cells('commissioner.derby', 'Derbyshire')).toEqual(notShared('Derbyshire'));
    await app.db.query(`update agreement_party set signed_at = null, signed_by = null
      where organisation_id = (select id from organisation where slug = 'nottingham')`);

    expect(await cells('commissioner.derby', 'Nottingham')).toEqual(notShared('Nottingham'));

    await app.db.query(`update agreement_party set signed_at = '2026-01-01', signed_by = 'ig-lead.nottingham'
      where organisation_id = (select id from organisation where slug = 'nottingham')`);
  });

  test('is the consortium’s, where not every member contributes', async () => {
    expect([...(await cells('hub-analyst.d2n2', 'D2N2'))]).toEqual([
      JSON.stringify({
        subject: 'D2N2',
        value: null,
        symbol: 'x',
        text: 'x',
        why: 'D2N2 is shown where every member’s figures are in the release and shared with you.',
      }),
    ]);
  });
});

describe('reading a release', () => {
  test('is in the log of everybody whose figures were read, by the agreement that shows them', async () => {
    await emptyLogs(app);

    await readsOf(app, 'commissioner.derby', of('MEMBERS'));
    await readsOf(app, 'provider.brook-lane-care', of('PUBLIC'));

    expect(await logOf(app, 'nottingham')).toEqual([
      {
        type: 'figures.read',
        account: 'commissioner.derby',
        organisation: 'derby',
        details: {
          dataset: 'fostering',
          authorities: ['E06000018'],
          indicators: [],
          periods: ['2026-04'],
        },
      },
      expect.objectContaining({ type: 'figures.read', account: 'provider.brook-lane-care' }),
    ]);
    expect(await logOf(app, 'derby')).toHaveLength(1);
  });

  test('tells whom it was audited against only to its hub', async () => {
    const attackers = async (account: string) => {
      const answer = await app.as<{
        release: { certificate: { attackers: unknown[] } | null; requestedBy: string | null };
      }>(
        account,
        `{ release(id: "${of('MEMBERS').id}") { requestedBy certificate { attackers { name } } } }`,
      );
      return answer;
    };

    expect((await attackers('hub-analyst.d2n2')).data?.release).toEqual({
      requestedBy: 'hub-analyst.d2n2',
      certificate: { attackers: [{ name: 'everybody' }] },
    });
    expect((await attackers('hub-analyst.west-midlands')).data?.release).toBeNull();
  });

  test('tells how much is kept back of what the viewer may read, and nothing of what is not shared', async () => {
    const counts = async (account: string, audience: string) => {
      const answer = await app.as<{ release: { certificate: Record<string, number> } }>(
        account,
        `{ release(id: "${of(audience).id}") { certificate { cells published suppressed informationKept } } }`,
      );
      return answer.data?.release.certificate ?? expect.fail(account);
    };
    const unsign = (signed: string | null) =>
      app.db.query(
        `update agreement_party set signed_at = $1::timestamptz, signed_by = case when $1 is not null then 'ig-lead.nottingham' end
         where organisation_id = (select id from organisation where slug = 'nottingham')`,
        [signed],
      );
    const whole = await counts('hub-analyst.d2n2', 'MEMBERS');
    expect(await counts('commissioner.derby', 'MEMBERS')).toEqual(whole);
    await unsign(null);

    const left = await counts('commissioner.derby', 'MEMBERS');

    const { rows } = await app.db.query(
      `select count(*)::int as cells, count(value)::int as published, (count(*) filter (where symbol = 'c'))::int as suppressed
       from release_cell c join release r on r.tenant_id = c.tenant_id and r.id = c.release_id
       where r.audience = 'MEMBERS' and r.status = 'PUBLISHED' and c.area = 'E06000015'`,
    );
    expect(left).toMatchObject(rows[0]);
    expect(left['cells']).toBeLessThan(whole['cells'] ?? 0);
    expect(await counts('hub-analyst.d2n2', 'MEMBERS')).toEqual(whole);
    await unsign('2026-01-01');
  });
});
