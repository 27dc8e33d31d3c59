import { protect } from '@sufficiency/server/modules/disclosure/protect.ts';
import { Operation } from '@sufficiency/server/platform/database.ts';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { cell, reasons, rowOf, texts } from '../testkit/comparing.ts';
import type { SeenRelease } from './releases.ts';
import { analyst, changed, forgetReleases, published, testWorker } from './releases.ts';

const app = await testApp();
const worker = testWorker(app);

const [derby, nottingham] = ['commissioner.derby', 'commissioner.nottingham'];
/** Of the releases that tests build: foster carers, for members. */
const month = '2026-05';
const asked = {
  indicators: ['fostering-enquiries-month'],
  period: month,
  comparators: ['consortium'],
};
const members = ['Derby', 'Derbyshire', 'Nottingham', 'Nottinghamshire'];
const others = members.filter((name) => name !== 'Derby');
const at = (name: string) => `${name} ${month}`;

let release: SeenRelease;

/** What the release itself prints of an indicator, to its hub, by who it is about. */
async function printed(indicator: string): Promise<Record<string, string>> {
  const answer = await app.as<{
    release: {
      tables: { rows: { codes: string[]; cells: { subject: string; text: string }[] }[] }[];
    };
  }>(
    analyst,
    `{ release(id: "${release.id}") { tables(names: ["indicators"]) { rows { codes cells { subject text } } } } }`,
  );
  const rows = answer.data?.release.tables[0]?.rows ?? [];
  const row = rows.find(({ codes }) => codes.includes(indicator));
  return Object.fromEntries(row?.cells.map(({ subject, text }) => [subject, text]) ?? []);
}

beforeAll(async () => {
  await forgetReleases(app);
  release = await published(app, worker, {}, protect);
});

describe('a comparison takes from a release', () => {
  test('what is not seen exactly, as the release prints it; one’s own stays exact', async () => {
    const own = await cell(app, derby, asked, 'Derby');
    const seen = await texts(app, derby, asked);
    const inRelease = await printed('fostering-enquiries-month');

    expect(own.figure).toMatchObject({ why: 'own', value: expect.any(Number) });
    expect(others.map((name) => seen[at(name)])).toEqual(others.map((name) => inRelease[name]));
    expect(others.map((name) => Number(seen[at(name)]) % 5)).toEqual([0, 0, 0]);
    expect(seen[at('consortium')]).toBe(inRelease.D2N2);
  });

  test('and says which, and by which agreement it may be read', async () => {
    const { figure } = await cell(app, derby, asked, 'Nottinghamshire');

    expect(figure).toMatchObject({ numerator: null, denominator: null, synthetic: true });
    expect(figure.why).toMatch(/^released for members, May 2026, version 1; D2N2\/01, /);
    expect(figure.provenance).toMatchObject({
      source: 'Release d2n2/fostering/2026-05/members/1 (synthetic)',
      vintage: '2026-05-31',
      formula: 'released: counts from 1 to 7 are kept back, others are to the nearest 5',
    });
    const answer = await app.as<{
      comparison: { rows: { cells: { figure: { provenance: { release: unknown } } }[] }[] };
    }>(
      derby,
      `query ($input: ComparisonInput!) { comparison(input: $input) { rows { cells { figure { provenance {
        release { key } return { version } row } } } } } }`,
      { input: { consortium: 'd2n2', ...asked, comparators: [] } },
    );
    const keys = answer.data?.comparison.rows[0]?.cells.map(
      ({ figure: each }) => each.provenance.release,
    );
    const key = { key: 'd2n2/fostering/2026-05/members/1' };
    expect(keys).toEqual([null, key, key, key]);
  });

  test('nothing for whoever sees every member exactly', async () => {
    const why = await reasons(app, analyst, asked);

    expect(Object.values(why).filter((each) => each.startsWith('released'))).toEqual([]);
    expect(why[at('consortium')]).toBe('you see every member exactly');
  });

  test('nothing of before it was published', async () => {
    const { rows } = await app.db.query<{ at: Date }>(
      `select published_at - interval '1 second' as at from release`,
    );

    expect(
      await reasons(app, derby, { ...asked, comparators: [], asAt: rows[0]?.at }),
    ).toMatchObject(
      Object.fromEntries(
        others.map((name) => [
          at(name),
          expect.stringMatching(/^not shared: .* none of this period/),
        ]),
      ),
    );
  });

  test('the latest period it has, where nothing later is seen', async () => {
    const row = await rowOf(app, derby, {
      indicators: asked.indicators,
      authorities: ['E10000024', 'E06000018'],
    });

    expect(row.columns.periods).toEqual([month]);
    expect(row.columns).toMatchObject({ synthetic: true });
  });

  test('and whoever gives the figures finds the reading in their log', async () => {
    await emptyLogs(app);
    await texts(app, derby, asked);

    const logs = await Promise.all(
      ['derbyshire', 'nottingham', 'derby'].map((slug) => logOf(app, slug)),
    );

    const read = {
      type: 'figures.read',
      account: derby,
      details: { dataset: 'fostering', periods: expect.arrayContaining([month]) },
    };
    expect(logs).toMatchObject([[read], [read], []]);
  });

  test('by as many statements as it takes, and no more', async () => {
    const asks = vi.spyOn(Operation.prototype, 'rows');
    await texts(app, derby, { indicators: asked.indicators });

    const names = asks.mock.calls.map(([{ name }]) => name);
    expect(names).toEqual([
      'sharing_sight',
      'standing_releases',
      'released_cells',
      'filed_origins',
    ]);
    asks.mockRestore();
  });

  test('the latest period in which any has a value, where a newer one keeps all back', async () => {
    await published(app, worker, { period: '2026-06' });
    const row = await rowOf(app, derby, {
      indicators: asked.indicators,
      authorities: ['E10000024', 'E06000018'],
    });

    expect(row.columns.periods).toEqual([month]);
  });
});

describe('a release is not read in a comparison', () => {
  test.each([
    ['a provider', 'provider.brook-lane-care'],
    ['the hub of another consortium', 'hub-analyst.west-midlands'],
    ['a tenant outside the consortium', 'commissioner.norfolk'],
  ])('by %s', async (_who, account) => {
    expect(await texts(app, account, asked)).toEqual(
      Object.fromEntries([...members, 'consortium'].map((name) => [at(name), 'x'])),
    );
  });

  test('by a reviewer where it is for members, who is told the same as of none', async () => {
    const why = await reasons(app, 'reviewer.d2n2', { ...asked, comparators: [] });

    expect(why[at('Derby')]).toMatch(/^not shared: Derby’s fostering reach you through releases/);
  });

  test('once its agreement has ended, nor once it is withdrawn', async () => {
    await app.db.query(
      `update sharing_agreement set status = 'ENDED' where reference = 'D2N2/01' and status = 'ACTIVE'`,
    );
    const ended = await reasons(app, derby, { ...asked, comparators: [] });
    await app.db.query(
      `update sharing_agreement set status = 'ACTIVE' where reference = 'D2N2/01' and status = 'ENDED'`,
    );
    const again = await reasons(app, nottingham, { ...asked, comparators: [] });
    await changed(app, 'withdrawRelease', release);
    const withdrawn = await reasons(app, nottingham, { ...asked, comparators: [] });

    expect(ended[at('Nottingham')]).toMatch(/^not shared: no agreement in force/);
    expect(again[at('Derby')]).toMatch(/^released for members/);
    expect(withdrawn[at('Derby')]).toMatch(/none of this period is published$/);
  });
});
