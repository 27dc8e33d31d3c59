import { randomUUID } from 'node:crypto';
import { protect } from '@sufficiency/server/modules/disclosure/protect.ts';
import type { ReleaseProblem } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { AuditFailed } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { accepted, arrangeHubSight, demandFiles, forgetReturns } from '../returns/returns.ts';
import { arrangeAgreement, usual } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { readsOf } from './readers.ts';
import type { SeenRelease } from './releases.ts';
import { published, ready, testWorker } from './releases.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });
const worker = testWorker(app, clock);
const demand = { dataset: 'demand', period: '2026-05' };

/** Derby’s requests for a home in May, as the newest version of its return says. */
const returned = (requests: number) => accepted(app, demandFiles(requests));

/** What a release says of Derby’s requests in all. */
async function requestsOf({ id }: Pick<SeenRelease, 'id'>): Promise<string | undefined> {
  const answer = await app.as<{
    release: {
      tables: { rows: { codes: string[]; cells: { subject: string; text: string }[] }[] }[];
    };
  }>(
    'hub-analyst.d2n2',
    `{ release(id: "${id}") { tables(names: ["requests-by-notice"]) { rows { codes cells { subject text } } } } }`,
  );
  const rows = answer.data?.release.tables[0]?.rows ?? [];
  const total = rows.find(({ codes }) => codes[0] === 'total');
  return total?.cells.find(({ subject }) => subject === 'Derby')?.text;
}

describe('a revision', () => {
  const problems: ReleaseProblem[] = [];
  let first: SeenRelease;
  let second: SeenRelease;

  beforeAll(async () => {
    await forgetReturns(app);
    await arrangeHubSight(app);
    await returned(7);
    clock.pass({ minutes: 1 });
    first = await published(app, worker, demand, protect);
    clock.pass({ minutes: 1 });
    await app.db.query(`update "return" set reopened_at = now() where status = 'ACCEPTED'`);
    await returned(12);
    clock.pass({ minutes: 1 });
    second = await published(app, worker, demand, (problem, options) => {
      problems.push(problem);
      return protect(problem, options);
    });
  });

  test('is built from what is in use now; the version before stays as it was', async () => {
    expect(await requestsOf(first)).toBe('c');
    expect(await requestsOf(second)).toMatch(/^(c|10)$/);
    expect(await readsOf(app, 'commissioner.nottingham', first)).toBe('Derby');
  });

  test('is protected against every version that can still be read, and says so', async () => {
    const answer = await app.as<{
      release: { certificate: { earlierReleases: { key: string }[] } };
    }>(
      'hub-analyst.d2n2',
      `{ release(id: "${second.id}") { certificate { earlierReleases { key } } } }`,
    );

    expect(answer.data?.release.certificate.earlierReleases).toEqual([{ key: first.key }]);
    const [problem] = problems;
    const remembered = problem?.cells.filter(({ earlier }) => earlier && earlier.length > 0);
    expect(remembered?.length).toBeGreaterThan(0);
  });

  test('for another audience is protected against them too', async () => {
    await arrangeAgreement(app.db, {
      ...usual,
      id: randomUUID(),
      items: [{ dataset: 'demand', recipient: 'REVIEWERS', level: 'RELEASED' }],
    });
    const other = await published(app, worker, { ...demand, audience: 'REVIEWERS' }, protect);

    const { rows } = await app.db.query<{ earlier: number }>(
      `select cardinality(earlier) as earlier from release_certificate where release_id = $1`,
      [Buffer.from(other.id, 'base64').toString().slice('Release:'.length)],
    );
    expect(rows).toEqual([{ earlier: 2 }]);
  });

  test('that would tell too much beside earlier releases is tried once more, with less of it', async () => {
    let tries = 0;
    const third = await ready(app, worker, demand, (problem, options) => {
      tries += 1;
      if (tries === 1) throw new AuditFailed('Derby', 1, 'a test');
      return protect(problem, options);
    });

    expect(third.status).toBe('READY');
    expect(tries).toBe(2);
  });
});
