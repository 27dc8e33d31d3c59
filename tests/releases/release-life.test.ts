import type { Protect } from '@sufficiency/server/modules/disclosure/release-build.service.ts';
import { AuditFailed } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import {
  analyst,
  ask,
  asked,
  change,
  changed,
  forgetReleases,
  found,
  keepAllBack,
  published,
  ready,
  testWorker,
} from './releases.ts';

const app = await testApp();
const worker = testWorker(app);

beforeEach(async () => {
  await forgetReleases(app);
  await emptyLogs(app);
  await app.db.query(`update sharing_agreement set status = 'ACTIVE' where status = 'ENDED'`);
});

/** Ends the agreement that releases foster carers, as its parties could at any time. */
const endAgreement = () =>
  app.db.query(`update sharing_agreement set status = 'ENDED' where reference = 'D2N2/01'`);

/** Changes what members are shown of one another’s foster carers. */
const showMembers = (level: string, minimum: number, rounding: number) =>
  app.db.query(
    `update agreement_item i set level = $1::sharing_level, minimum_count = $2, rounding = $3 from sharing_agreement a
     where a.id = i.agreement_id and a.reference = 'D2N2/01' and i.dataset = 'fostering' and i.recipient = 'MEMBERS'`,
    [level, minimum, rounding],
  );

/** How many rows there are of what a release holds. */
async function held(): Promise<number> {
  const { rows } = await app.db.query<{ count: number }>(
    `select (select count(*) from release_cell)::int + (select count(*) from release_certificate)::int
       + (select count(*) from release_authority)::int + (select count(*) from release_job)::int as count`,
  );
  return rows[0]?.count ?? 0;
}

describe('a release', () => {
  test('is asked for, built in the background, published, and withdrawn', async () => {
    const release = await asked(app);
    expect(release).toMatchObject({ key: 'd2n2/fostering/2026-05/members/1', status: 'BUILDING' });

    expect(await worker.build()).toBe(true);

    const built = await found(app, release);
    expect(built).toMatchObject({ status: 'READY', revision: 2 });
    const inForce = await changed(app, 'publishRelease', { ...release, revision: 2 });
    expect(inForce).toMatchObject({ status: 'PUBLISHED', revision: 3 });
    expect(await changed(app, 'withdrawRelease', inForce)).toMatchObject({
      status: 'WITHDRAWN',
      revision: 4,
      reason: 'A test.',
    });
    expect(await worker.build()).toBe(false);
  });

  test('takes the place of the version before when it is published, not earlier', async () => {
    const first = await published(app, worker);
    const second = await ready(app, worker);

    expect(second.key).toBe('d2n2/fostering/2026-05/members/2');
    expect((await found(app, first))?.status).toBe('PUBLISHED');
    await changed(app, 'publishRelease', second);
    expect((await found(app, first))?.status).toBe('SUPERSEDED');
  });

  test('is published as soon as it is ready where that was asked for', async () => {
    const first = await ready(app, worker, { publishWhenReady: true });
    expect(first.status).toBe('PUBLISHED');

    const second = await ready(app, worker, { publishWhenReady: true });

    expect(second.status).toBe('PUBLISHED');
    expect((await found(app, first))?.status).toBe('SUPERSEDED');
  });

  test('keeps to the strictest rule that any agreement behind it asks for', async () => {
    const stricter = (minimum: number, rounding: number) =>
      app.db.query(
        `update agreement_item i set minimum_count = $1, rounding = $2 from sharing_agreement a
         where a.id = i.agreement_id and a.reference = 'D2N2/01' and i.dataset = 'fostering' and i.recipient = 'MEMBERS'`,
        [minimum, rounding],
      );
    await stricter(20, 10);
    const { id } = await ready(app, worker);
    await stricter(8, 5);

    const answer = await app.as(analyst, `{ release(id: "${id}") { minimumCount rounding } }`);
    expect(answer.data).toEqual({ release: { minimumCount: 20, rounding: 10 } });
  });

  test('is built one at a time, whoever it is for', async () => {
    await asked(app);

    expect(refusalOf(await ask(app))).toBe(
      'CONFLICT: A release of fostering for May 2026 is being built already, for members. Wait for it: each is protected against those before it.',
    );
    expect(refusalOf(await ask(app, { audience: 'REVIEWERS' }))).toMatch(/^CONFLICT: /);
    expect(refusalOf(await ask(app, { period: '2026-04' }))).toBe('');
  });

  test('is asked for while two others of the same hub are being built, not while three are', async () => {
    const periods = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];

    const answers = await Promise.all(periods.map((period) => ask(app, { period })));

    const refusals = answers.map(refusalOf).filter((text) => text !== '');
    expect(refusals).toEqual(
      Array(2).fill(
        'CONFLICT: Three releases of your hub are being built already. Wait until one of them is through.',
      ),
    );
    expect(
      refusalOf(await ask(app, { consortium: 'west-midlands' }, 'hub-analyst.west-midlands')),
    ).toBe('');
    await worker.build();
    await worker.build();
    expect(refusalOf(await ask(app, { period: '2025-12' }))).toBe('');
  });

  test('is asked for twice at once only once', async () => {
    const answers = await Promise.all([ask(app), ask(app), ask(app)]);

    expect(answers.map(refusalOf).filter((text) => text === '')).toHaveLength(1);
    expect(answers.map(refusalOf).filter((text) => text.startsWith('CONFLICT'))).toHaveLength(2);
  });

  test.each([
    [{ dataset: 'shoes' }, /^BAD_USER_INPUT: There is no such dataset/],
    [{ period: '2026' }, /^BAD_USER_INPUT: Write the month as YYYY-MM/],
    [{ period: '2024-03' }, /^BAD_USER_INPUT: Returns are collected from 2024-04 on/],
    [{ period: '2999-01' }, /^BAD_USER_INPUT: January 2999 has not ended/],
    [{ consortium: 'west-midlands' }, /^NOT_FOUND: /],
    [{ consortium: 'nowhere' }, /^NOT_FOUND: /],
  ])('is refused for %j', async (input, refusal) => {
    expect(refusalOf(await ask(app, input))).toMatch(refusal);
  });

  test.each(['commissioner.derby', 'ig-lead.d2n2', 'reviewer.d2n2', 'provider.brook-lane-care'])(
    'is not for %s to ask for',
    async (account) => {
      expect(refusalOf(await ask(app, {}, account))).toMatch(/^FORBIDDEN: /);
    },
  );

  test('is changed only by who saw how it stands', async () => {
    const release = await ready(app, worker);

    expect(refusalOf(await change(app, 'publishRelease', { ...release, revision: 1 }))).toBe(
      'CONFLICT: This release was changed meanwhile. Look at it again, then repeat your change.',
    );
    const inForce = await changed(app, 'publishRelease', release);
    expect(refusalOf(await change(app, 'publishRelease', inForce))).toBe(
      'CONFLICT: This release is published: it cannot be published.',
    );
  });

  test('is moved by its own hub only', async () => {
    const release = await published(app, worker, { audience: 'REVIEWERS' });

    expect(
      refusalOf(await change(app, 'withdrawRelease', release, 'hub-analyst.west-midlands')),
    ).toMatch(/^NOT_FOUND: /);
    expect(refusalOf(await change(app, 'withdrawRelease', release, 'commissioner.derby'))).toMatch(
      /^FORBIDDEN: /,
    );
  });

  test('is in the log of its hub and of everybody whose figures are in it', async () => {
    const release = await published(app, worker);

    const [ofHub, ofMember] = [await logOf(app, 'd2n2'), await logOf(app, 'derby')];

    const types = ['release.requested', 'release.built', 'release.published'];
    expect(ofHub.map(({ type }) => type).filter((type) => types.includes(type))).toEqual(types);
    expect(ofMember.filter(({ type }) => types.includes(type))).toEqual(
      ['release.built', 'release.published'].map((type) => ({
        type,
        account: analyst,
        organisation: 'd2n2',
        details: {
          dataset: 'fostering',
          periods: ['2026-05'],
          consortium: 'd2n2',
          audience: 'MEMBERS',
          authorities: ['E06000015'],
          id: Buffer.from(release.id, 'base64').toString().slice('Release:'.length),
        },
      })),
    );
  });
});

describe('a release that cannot be built says why, and nothing of it is kept:', () => {
  test('there are no figures', async () => {
    await app.db.query(
      `update "return" set period = '2024-01', period_end = '2024-01-31'
       where dataset = 'fostering' and period = '2024-05'`,
    );

    expect(await ready(app, worker, { period: '2024-05' })).toMatchObject({
      status: 'FAILED',
      reason:
        'There are no figures of fostering for May 2024 that agreements in force release to this audience.',
    });
    expect(await held()).toBe(0);
  });

  test('no agreement releases them to this audience', async () => {
    expect(await ready(app, worker, { audience: 'PUBLIC' })).toMatchObject({ status: 'FAILED' });
  });

  test('an agreement ended while it was being built', async () => {
    const protect: Protect = async (...given) => {
      await endAgreement();
      return keepAllBack(...given);
    };

    const release = await ready(app, worker, {}, protect);

    expect(release).toMatchObject({ status: 'FAILED' });
    expect(release.reason).toBe(
      'What agreements release of Derby, Derbyshire, Nottingham, Nottinghamshire changed while the release was being built. Build it anew.',
    );
    expect(await held()).toBe(0);
  });

  test('agreements began to show exact figures while it was being built', async () => {
    const protect: Protect = async (...given) => {
      await showMembers('EXACT', 0, 1);
      return keepAllBack(...given);
    };

    const release = await ready(app, worker, {}, protect);
    await showMembers('RELEASED', 8, 5);

    expect(release).toMatchObject({
      status: 'FAILED',
      reason:
        'Agreements began to show exact figures of Derby, Derbyshire, Nottingham, Nottinghamshire to more organisations while the release was being built. Build it anew.',
    });
    expect(await held()).toBe(0);
  });

  test('the audit does not hold', async () => {
    const release = await ready(app, worker, {}, () =>
      Promise.reject(new AuditFailed('Derby', 3, 'the solver was stopped')),
    );

    expect(release).toMatchObject({
      status: 'FAILED',
      reason: 'The audit does not hold against Derby: the solver was stopped. Nothing is released.',
    });
    expect(await held()).toBe(0);
  });

  test.each<[string, Protect]>([
    ['the audit breaks off', () => Promise.reject(new Error('17 of 23'))],
    [
      'an audit proved too little',
      async (...given) => {
        const { shown, certificate } = await keepAllBack(...given);
        return { shown, certificate: { ...certificate, narrowestInterval: 3 } };
      },
    ],
    [
      'a small number was left in it',
      async (problem, options) => {
        const { shown, certificate } = await keepAllBack(problem, options);
        return { shown: shown.map((each) => each && 5), certificate };
      },
    ],
  ])('%s', async (_what, protect) => {
    const release = await ready(app, worker, {}, protect);

    expect(release).toMatchObject({
      status: 'FAILED',
      reason:
        'Something failed on our side. Nothing is released. Ask whoever runs the server, or build it anew.',
    });
    expect(await held()).toBe(0);
  });

  test('and it can be asked for again', async () => {
    await ready(app, worker, {}, () => Promise.reject(new Error('17 of 23')));

    expect(await ready(app, worker)).toMatchObject({
      key: 'd2n2/fostering/2026-05/members/2',
      status: 'READY',
    });
  });
});

describe('a release that is ready', () => {
  test('is not published once an agreement has ended', async () => {
    const release = await ready(app, worker);
    await endAgreement();

    expect(refusalOf(await change(app, 'publishRelease', release))).toBe(
      'CONFLICT: No agreement in force releases fostering of Derby, Derbyshire, Nottingham, Nottinghamshire to this audience any more. Withdraw this release and build it anew.',
    );
  });

  test('is not published once an agreement asks for a stricter rule', async () => {
    const release = await ready(app, worker);
    const stricter = (minimum: number, rounding: number) =>
      app.db.query(
        `update agreement_item i set minimum_count = $1, rounding = $2 from sharing_agreement a
         where a.id = i.agreement_id and a.reference = 'D2N2/01' and i.dataset = 'fostering' and i.recipient = 'MEMBERS'`,
        [minimum, rounding],
      );
    const sentence =
      'CONFLICT: Agreements in force ask for a stricter rule for Derby, Derbyshire, Nottingham, Nottinghamshire than this release was built by. Withdraw this release and build it anew.';

    await stricter(20, 5);
    expect(refusalOf(await change(app, 'publishRelease', release))).toBe(sentence);
    await stricter(8, 10);
    expect(refusalOf(await change(app, 'publishRelease', release))).toBe(sentence);
    await stricter(8, 5);
    expect(refusalOf(await change(app, 'publishRelease', release))).toBe('');
  });

  test('is not published once somebody else is shown exact figures in it', async () => {
    const release = await ready(app, worker);
    await showMembers('EXACT', 0, 1);

    expect(refusalOf(await change(app, 'publishRelease', release))).toBe(
      'CONFLICT: Since this release was built, agreements began to show exact figures of Derby, Derbyshire, Nottingham, Nottinghamshire to more organisations: it is not protected against these. Withdraw this release and build it anew.',
    );
    expect(refusalOf(await change(app, 'publishRelease', await ready(app, worker)))).toBe('');
    await showMembers('RELEASED', 8, 5);
    expect(refusalOf(await change(app, 'publishRelease', await ready(app, worker)))).toBe('');
  });

  test('is not published once a later version is', async () => {
    const first = await ready(app, worker);
    await published(app, worker);

    expect(refusalOf(await change(app, 'publishRelease', first))).toBe(
      'CONFLICT: Version 2 is published already: an earlier one does not take its place. Build it anew.',
    );
  });

  test('is nobody’s but its hub’s', async () => {
    const release = await ready(app, worker);

    expect(await found(app, release, 'hub-manager.d2n2')).not.toBeNull();
    expect(await found(app, release, 'ig-lead.d2n2')).toBeNull();
    expect(await found(app, release, 'commissioner.derby')).toBeNull();
    expect(await found(app, release, 'hub-analyst.west-midlands')).toBeNull();
  });
});

describe('a release that is withdrawn while it is being built', () => {
  test('is given up', async () => {
    const release = await asked(app);
    const protect: Protect = async (problem, options) => {
      await changed(app, 'withdrawRelease', release);
      return keepAllBack(problem, options);
    };

    await worker.build(protect);

    expect(await found(app, release)).toMatchObject({ status: 'WITHDRAWN' });
    await worker.build();
    expect(await held()).toBe(0);
  });
});
