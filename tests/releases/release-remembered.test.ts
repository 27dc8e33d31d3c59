import { randomUUID } from 'node:crypto';
import { protect } from '@sufficiency/server/modules/disclosure/protect.ts';
import type { ReleaseProblem } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { AuditFailed } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { describe, expect, test } from 'vitest';
import { arrangeAgreement, forgetAgreements, underPolicies, usual } from '../sharing/agreements.ts';
import {
  againstTheRules,
  at,
  byHand,
  cell,
  certificate,
  contributes,
  makeReady,
  month,
  uuidOf,
} from './by-hand.ts';
import type { SeenRelease } from './releases.ts';
import { changed, published, ready } from './releases.ts';

const { app, worker, asMe, held } = await byHand();
const nottingham = 'E06000018';

/** Ids of the releases that one is protected against. */
async function earlierOf(release: Pick<SeenRelease, 'id'>): Promise<readonly string[]> {
  const { rows } = await app.db.query<{ earlier: string[] }>(
    'select earlier from release_certificate where release_id = $1',
    [uuidOf(release)],
  );
  return rows[0]?.earlier ?? [];
}

/** Of which areas there are cells. */
async function areasOf(release: Pick<SeenRelease, 'id'>): Promise<readonly string[]> {
  const { rows } = await app.db.query<{ area: string }>(
    'select distinct area from release_cell where release_id = $1 order by area',
    [uuidOf(release)],
  );
  return rows.map(({ area }) => area);
}

describe('a release is protected against', () => {
  test('one before of all members, though one of them no longer shares', async () => {
    await forgetAgreements(app.db);
    await arrangeAgreement(app.db, {
      ...usual,
      id: randomUUID(),
      parties: ['d2n2', 'derby', 'nottingham', 'derbyshire', 'nottinghamshire'].map(
        (organisation) => ({ organisation, signed: true }),
      ),
    });
    const first = await published(app, worker, month, protect);
    expect(await areasOf(first)).toContain('consortium');
    await app.db.query(
      `update agreement_party set signed_at = null, signed_by = null
         where organisation_id = (select id from organisation where slug = 'nottingham')`,
    );
    const problems: ReleaseProblem[] = [];

    const second = await ready(app, worker, month, (problem, options) => {
      problems.push(problem);
      return protect(problem, options);
    });

    expect(second).toMatchObject({ status: 'READY', reason: null });
    expect(await earlierOf(second)).toEqual([uuidOf(first)]);
    expect(await areasOf(second)).toEqual(['E06000015', 'E10000007', 'E10000024']);
    const remembered = problems[0]?.cells.filter(({ earlier }) => earlier?.length) ?? [];
    expect(remembered.some(({ key }) => key.includes('|consortium'))).toBe(true);
    expect(remembered.some(({ key }) => key.includes(nottingham))).toBe(true);
    const attackers = problems[0]?.attackers.map(({ name }) => name);
    expect(attackers).toEqual(expect.arrayContaining([expect.stringMatching(/^Nottingham\b/)]));
  });

  test('those of the months before and after, from which its stocks follow', async () => {
    const others = [
      await published(app, worker, { period: '2026-03' }),
      await published(app, worker, { period: '2026-05' }),
    ].map(uuidOf);
    await published(app, worker, { period: '2026-02' });
    const problems: ReleaseProblem[] = [];

    const release = await ready(app, worker, month, (problem, options) => {
      problems.push(problem);
      return protect(problem, options);
    });

    expect(release).toMatchObject({ status: 'READY', reason: null });
    expect(new Set(await earlierOf(release))).toEqual(new Set(others));
    const about = others.map((id) =>
      problems[0]?.cells.some(({ key, earlier }) => key.endsWith(id) && earlier?.length),
    );
    expect(about).toEqual([true, true]);
  });

  test('those of the months around, less what was c in them where that cannot be kept any more', async () => {
    await published(app, worker, { period: '2026-03' }, protect);
    const problems: ReleaseProblem[] = [];

    const release = await ready(app, worker, month, (problem, options) => {
      problems.push(problem);
      if (problems.length === 1) throw new AuditFailed('Derby', 1, 'a test');
      return protect(problem, options);
    });

    expect(release).toMatchObject({ status: 'READY', reason: null });
    const most = problems.map(({ cells }) =>
      cells.flatMap(({ earlier = [] }) => earlier).map((interval) => interval.most),
    );
    expect(most.map((each) => each.includes(null))).toEqual([true, false]);
    expect(most[1]?.length).toBeGreaterThan(0);
  });

  test('one that was published and withdrawn, which was read; not a draft that was not', async () => {
    const first = await published(app, worker, month);
    await changed(app, 'withdrawRelease', first);
    const draft = await ready(app, worker, month);
    await changed(app, 'withdrawRelease', draft);

    expect(await earlierOf(await ready(app, worker, month))).toEqual([uuidOf(first)]);
  });
});

describe('the database alone refuses', () => {
  const built = async (said: Readonly<Record<string, string>>) => {
    const id = await held();
    return asMe(certificate(id, said), cell(id), contributes(id), makeReady(id));
  };

  test('a release that was not protected against one that was published and withdrawn', async () => {
    const first = await published(app, worker, month);
    await changed(app, 'withdrawRelease', first);

    expect(await built({})).toBe(againstTheRules);
    await app.db.query(`delete from release_job`);
    await app.db.query(`update release set status = 'FAILED', ended_at = now(), reason = 'a test'
      where status = 'BUILDING'`);
    expect(await built({ earlier: `'{${uuidOf(first)}}'` })).toBe('1 rows');
  });

  test('a release that was not protected against one that tells of it, and became ready meanwhile', async () => {
    const around = await ready(app, worker, { period: '2026-03' });

    expect(await built({})).toBe(againstTheRules);
    await app.db.query(`delete from release_job`);
    await app.db.query(`update release set status = 'FAILED', ended_at = now(), reason = 'a test'
      where status = 'BUILDING'`);
    expect(await built({ earlier: `'{${uuidOf(around)}}'` })).toBe('1 rows');
  });

  test('to forget when a release was published', async () => {
    await published(app, worker, month);
    const forgotten = `update release set status = 'WITHDRAWN', ended_at = now(), reason = 'a test', published_at = null,
      revision = revision + 1`;

    await expect(
      underPolicies(app.pool, { account: 'hub-analyst.d2n2', at }, (client) =>
        client.query(forgotten),
      ),
    ).rejects.toMatchObject({ code: againstTheRules });
  });
});
