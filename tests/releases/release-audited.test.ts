import { describe, expect, test } from 'vitest';
import {
  againstTheRules,
  byHand,
  cell,
  certificate,
  contributes,
  makeReady,
  month,
  noCertificate,
  outcome,
  uuidOf,
} from './by-hand.ts';
import { published, ready } from './releases.ts';

const { app, worker, loader, me, asMe, held } = await byHand();

describe('the database alone lets nothing be read that no audit saw:', () => {
  test('with its certificate a release is ready', async () => {
    const id = await held();

    expect(await asMe(certificate(id), cell(id), contributes(id), makeReady(id))).toBe('1 rows');
  });

  test('no cell without a certificate', async () => {
    const id = await held();

    expect(await asMe(cell(id))).toBe(noCertificate);
  });

  test.each([
    ['an interval is too narrow', { narrowest_interval: '3.9' }],
    ['two can recover a cell', { exact_recoveries: '1' }],
    ['the hash is none', { cells_hash: `repeat('x', 64)` }],
  ])('no certificate where %s', async (_what, said) => {
    const id = await held();

    expect(await asMe(certificate(id, said))).toBe(againstTheRules);
  });

  test.each([
    ['other cells', {}, { codes: `'total'` }],
    ['another figure', {}, { symbol: `'x'` }],
    ['fewer cells than it says', { cells: '2' }, {}],
    ['another count of values', { published: '1', suppressed: '0' }, {}],
  ])('no release with a certificate of %s', async (_what, certified, stored) => {
    const id = await held();

    expect(
      await asMe(certificate(id, certified), cell(id, stored), contributes(id), makeReady(id)),
    ).toBe(againstTheRules);
  });

  test('no count from 1 to 7, and none that its rule does not print', async () => {
    const id = await held();
    const value = (number: number) => ({ symbol: 'null', value: String(number) });
    const certified = {
      cells_hash: `encode(sha256('fostering-households||E06000015|12'), 'hex')`,
      published: '1',
      suppressed: '0',
    };

    expect(await asMe(certificate(id), cell(id, value(7)))).toBe(againstTheRules);
    expect(
      await asMe(certificate(id, certified), cell(id, value(12)), contributes(id), makeReady(id)),
    ).toBe(againstTheRules);
  });

  test('no figure of an authority that does not contribute', async () => {
    const id = await held();
    const certified = {
      cells_hash: `encode(sha256('fostering-households||E10000007|c'), 'hex')`,
    };
    const of = { area: `'E10000007'` };

    expect(
      await asMe(certificate(id, certified), cell(id, of), contributes(id), makeReady(id)),
    ).toBe(againstTheRules);
  });

  test('none that was not protected against every other of the same figures', async () => {
    const other = uuidOf(await ready(app, worker, { ...month, audience: 'REVIEWERS' }));
    const id = await held();
    const after = { earlier: `array['${other}'::uuid]` };

    expect(await asMe(certificate(id), cell(id), contributes(id), makeReady(id))).toBe(
      againstTheRules,
    );
    expect(await asMe(certificate(id, after), cell(id), contributes(id), makeReady(id))).toBe(
      '1 rows',
    );
  });

  test('no change of what is built, by nobody', async () => {
    const id = uuidOf(await published(app, worker, month));
    const release = `where release_id = '${id}'`;

    for (const pool of [app.db, worker.pool, app.pool, loader]) {
      const tried = (statement: string) => outcome(pool, { 'app.worker': me }, statement);
      expect(await tried(`update release_cell set symbol = 'x' ${release}`)).toMatch(
        /^(23514|42501)$/,
      );
      expect(await tried(`update release_certificate set cells = 7 ${release}`)).toMatch(
        /^(23514|42501)$/,
      );
      expect(await tried(cell(id, { codes: `'more'` }))).toMatch(/^(23514|42501|0 rows)$/);
    }
    expect(await outcome(app.db, {}, cell(id, { codes: `'more'` }))).toBe(againstTheRules);
  });

  test('not even by a superuser', async () => {
    const id = await held();

    expect(await outcome(app.db, {}, makeReady(id))).toBe(againstTheRules);
    expect(await outcome(app.db, {}, certificate(id), makeReady(id))).toBe(againstTheRules);
    expect(
      await outcome(
        app.db,
        {},
        `insert into release select tenant_id, gen_random_uuid(), consortium_code, dataset, period, period_end,
           audience, 9, 'PUBLISHED', 1, 8, 5, false, now(), 'a', 'b', false, now(), now(), null, null, '{E06000015}'
         from release where id = '${id}'`,
      ),
    ).toBe(againstTheRules);
  });
});
