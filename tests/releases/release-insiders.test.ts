import { randomUUID } from 'node:crypto';
import type { Protect } from '@sufficiency/server/modules/disclosure/release-build.service.ts';
import type pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { arrangeAgreement, forgetAgreements, underPolicies, usual } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { againstTheRules, at, month, uuidOf } from './by-hand.ts';
import { analyst, forgetReleases, keepAllBack, ready, testWorker } from './releases.ts';

const clock = clockAt(at);
const app = await testApp({ clock });
const worker = testWorker(app, clock);

const signed = (...slugs: readonly string[]) =>
  slugs.map((organisation) => ({ organisation, signed: true }));

const fostering = (recipient: string, level: string, historyMonths = 60) => ({
  dataset: 'fostering',
  recipient,
  level,
  historyMonths,
});

/** What two parties of an agreement of their own show each other. */
const showEachOther = (item: ReturnType<typeof fostering>, ...slugs: readonly string[]) =>
  arrangeAgreement(app.db, {
    ...usual,
    id: randomUUID(),
    parties: signed(...slugs),
    items: [item],
  });

beforeEach(async () => {
  await forgetReleases(app);
  await forgetAgreements(app.db);
  await arrangeAgreement(app.db, {
    ...usual,
    id: randomUUID(),
    parties: signed('d2n2', 'derby', 'nottingham', 'nottinghamshire'),
    items: [fostering('MEMBERS', 'RELEASED')],
  });
});

/** Keeps all back, and certifies whom it was asked to protect it against. */
const certifying: Protect = async (problem, options) => {
  const { shown, certificate } = await keepAllBack(problem, options);
  const attackers = problem.attackers.map(({ name, kind, words, width }) => ({
    name,
    kind,
    ...(words !== undefined && { words }),
    width,
    cells: 1,
    narrowest: width,
  }));
  return { shown, certificate: { ...certificate, attackers } };
};

/** Whom a certificate says that a release was audited against, and what they know. */
async function attackers(): Promise<Record<string, string>> {
  const { id } = await ready(app, worker, month, certifying);
  const answer = await app.as<{
    release: { certificate: { attackers: { name: string; knows: string }[] } };
  }>(analyst, `{ release(id: "${id}") { certificate { attackers { name knows } } } }`);
  const found = answer.data?.release.certificate.attackers ?? [];
  return Object.fromEntries(found.map(({ name, knows }) => [name, knows]));
}

test('a release is protected against members who are shown others’ figures exactly', async () => {
  await showEachOther(fostering('PLACEMENT_OFFICERS', 'EXACT'), 'derby', 'nottingham');

  expect(await attackers()).toEqual({
    everybody: 'nothing more',
    Derby: 'its own exact figures and those of Nottingham',
    Nottingham: 'its own exact figures and those of Derby',
    Nottinghamshire: 'its own exact figures',
    'Derby with Nottingham': 'the exact figures of both',
    'Derby with Nottinghamshire': 'the exact figures of both and those of Nottingham',
    'Nottingham with Nottinghamshire': 'the exact figures of both and those of Derby',
  });
});

test('and a hub that is shown some, or a member that brings nothing; not of months that are not shared', async () => {
  await showEachOther(fostering('HUB', 'EXACT'), 'd2n2', 'derby', 'nottingham');
  await showEachOther(fostering('MEMBERS', 'EXACT', 1), 'derby', 'nottingham');
  await showEachOther(fostering('PLACEMENT_OFFICERS', 'EXACT'), 'derbyshire', 'nottingham');

  const found = await attackers();

  expect(found).toMatchObject({
    Derby: 'its own exact figures',
    Derbyshire: 'the exact figures of Nottingham',
  });
  expect(Object.values(found)).toContain('the exact figures of Derby and Nottingham');
});

test('whoever is shown more since it was built keeps it from being published, past all code too', async () => {
  const release = await ready(app, worker, month);
  const publish = () =>
    underPolicies(app.pool, { account: analyst, at }, async (client) => {
      const sql = `update release set status = 'PUBLISHED', revision = revision + 1, published_at = now()
        where id = '${uuidOf(release)}'`;
      try {
        return `${(await client.query(sql)).rowCount} rows`;
      } catch (error) {
        return String((error as pg.DatabaseError).code);
      }
    });
  expect(await publish()).toBe('1 rows');

  await showEachOther(fostering('MEMBERS', 'EXACT'), 'derby', 'nottingham');

  expect(await publish()).toBe(againstTheRules);
});
