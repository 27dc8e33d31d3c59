import { randomUUID } from 'node:crypto';
import { protect } from '@sufficiency/server/modules/disclosure/protect.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetReleases, published, testWorker } from '../releases/releases.ts';
import { arrangeAgreement } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import { buyer, bystander, done, freshBuying, givenFramework, hub, lead } from './buying.ts';
import { codes } from './use.ts';

const app = await testApp();
const worker = testWorker(app);
freshBuying(app);

const PRICE = 'count lowest median mean highest';
const FEES = `query Fees($framework: ID) { fees(consortium: "d2n2", framework: $framework) {
  bands {
    framework { reference } lot { number maximumWeeklyPrice } need
    tendered { ${PRICE} } paid { ${PRICE} } members { value why }
  }
  members { indicator { key } period figure { value symbol why provenance { source } } }
  published { rows { indicator { key } cells { subject figure { value why } } } }
} }`;

interface Range {
  readonly count: number;
  readonly mean: number;
}

interface Cell {
  readonly subject: string;
  readonly code: string | null;
  readonly figure: {
    readonly value: number | null;
    readonly why: string;
    readonly provenance: { readonly source: string };
  };
}

interface Asked {
  readonly fees: {
    readonly bands: readonly {
      readonly framework: { readonly reference: string };
      readonly lot: { readonly number: string };
      readonly need: string | null;
      readonly tendered: Range | null;
      readonly paid: Range | null;
      readonly members: { readonly value: null; readonly why: string };
    }[];
    readonly members: readonly {
      readonly indicator: { readonly key: string };
      readonly period: string;
      readonly figure: Cell['figure'];
    }[];
    readonly published: { readonly rows: readonly { readonly cells: readonly Cell[] }[] };
  };
}

async function fees(account: string, framework?: string) {
  const answer = await app.as<Asked>(account, FEES, { framework });
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.fees;
}

let framework = '';

/** What Derby and Derbyshire know and pay: numbers like no others. */
beforeEach(async () => {
  const given = await givenFramework(app);
  framework = given.id;
  const [standard = '', enhanced = '', second = ''] = given.awards;
  const price = (account: string, input: object) =>
    done(app, account, { mutation: 'setAwardPrice', input });
  const callOff = (account: string, input: object) =>
    done(app, account, {
      mutation: 'recordCallOff',
      input: { authority: codes.derby, madeOn: '2026-06-02', method: 'DIRECT', ...input },
    });
  await price(buyer, { award: standard, weeklyPrice: 4_001 });
  await price(buyer, { award: second, weeklyPrice: 4_503 });
  await price(buyer, { award: enhanced, need: 'Solo', weeklyPrice: 8_107 });
  await price(lead, { award: standard, weeklyPrice: 3_777.77 });
  await callOff(buyer, { award: standard, placements: 3, weeklyPrice: 4_100 });
  await callOff(buyer, { award: second, placements: 1, weeklyPrice: 4_900 });
  await callOff(lead, {
    award: standard,
    authority: codes.derbyshire,
    placements: 7,
    weeklyPrice: 3_888.88,
  });
});

const bandsOf = async (account: string) =>
  (await fees(account, framework)).bands.map(({ lot, need, tendered, paid }) => [
    lot.number,
    need,
    tendered,
    paid,
  ]);

describe('bands by lot and need', () => {
  test('are of one’s own prices, each placement counting once', async () => {
    expect(await bandsOf(buyer)).toEqual([
      [
        '1',
        null,
        { count: 2, lowest: 4001, median: 4252, mean: 4252, highest: 4503 },
        { count: 4, lowest: 4100, median: 4100, mean: 4300, highest: 4900 },
      ],
      ['2', null, null, null],
      ['2', 'Solo', { count: 1, lowest: 8107, median: 8107, mean: 8107, highest: 8107 }, null],
    ]);
    expect((await bandsOf(lead))[0]?.[3]).toMatchObject({ count: 7, mean: 3888.88 });
  });

  test.each([hub, bystander, 'commissioner.nottingham', 'commissioner.coventry', 'ig-lead.d2n2'])(
    'are empty for %s, who pays nothing there',
    async (account) => {
      expect(await bandsOf(account)).toEqual([
        ['1', null, null, null],
        ['2', null, null, null],
      ]);
    },
  );

  test('are refused to providers and reviewers', async () => {
    for (const account of ['provider.brook-lane-care', 'reviewer.d2n2']) {
      expect(refusalOf(await app.as(account, FEES))).toMatch(/^FORBIDDEN/);
    }
  });

  test('never tell a mean of others, and say so alike to everybody', async () => {
    const bands = (
      await Promise.all([buyer, lead, hub].map(async (account) => (await fees(account)).bands))
    ).flat();
    const whyNot = (isOfLot: boolean) =>
      new Set(
        bands.flatMap(({ need, members }) => ((need === null) === isOfLot ? members.why : [])),
      );

    expect(bands.every(({ members }) => members.value === null)).toBe(true);
    expect([...whyNot(true)]).toEqual([
      expect.stringMatching(/^no release that you may read tells it: /),
    ]);
    expect([...whyNot(false)]).toEqual([
      expect.stringMatching(/^prices by need are not released: /),
    ]);
  });

  test('nor does any answer depend on what another pays', async () => {
    const everything = async () =>
      JSON.stringify(
        await Promise.all(
          [buyer, hub, bystander, 'commissioner.coventry'].flatMap((account) => [
            fees(account),
            fees(account, framework),
          ]),
        ),
      );
    const before = await everything();
    const derbyshire = `tenant_id = (select id from organisation where slug = 'derbyshire')`;
    await app.db.query(`delete from award_price where ${derbyshire}`);
    await app.db.query(`delete from call_off where ${derbyshire}`);

    expect(await everything()).toBe(before);
    expect(before).not.toMatch(/3.?777|3.?888/);
  });

  test('of a framework that there is not are an error', async () => {
    const answer = await app.as(buyer, FEES, {
      framework: Buffer.from(`Framework:${randomUUID()}`).toString('base64'),
    });

    expect(refusalOf(answer)).toMatch(/^NOT_FOUND: There is no framework/);
  });
});

describe('what members pay together', () => {
  const together = async (account: string) =>
    (await fees(account)).members.map(({ indicator, period, figure }) => [
      indicator.key,
      period,
      typeof figure.value,
      figure.why,
      figure.provenance.source,
    ]);

  test('is told where an audited release tells it, with the release', async () => {
    await forgetReleases(app);
    expect((await together(buyer)).map((line) => line[2])).toEqual(['object', 'object']);
    const members = ['d2n2', 'derby', 'derbyshire', 'nottingham', 'nottinghamshire'];
    await arrangeAgreement(app.db, {
      id: randomUUID(),
      reference: 'T/8',
      parties: members.map((organisation) => ({ organisation, signed: true })),
      items: [
        { dataset: 'costs', recipient: 'HUB', level: 'RELEASED' },
        { dataset: 'costs', recipient: 'MEMBERS', level: 'RELEASED' },
      ],
    });
    await published(app, worker, { dataset: 'costs' }, protect);

    expect(await together(buyer)).toEqual(
      ['residential-weekly-cost-month', 'fostering-weekly-cost-month'].map((key) => [
        key,
        '2026-05',
        'number',
        expect.stringMatching(/^released for members, May 2026, version 1; T\/8/),
        'Release d2n2/costs/2026-05/members/1 (synthetic)',
      ]),
    );
    expect((await together('commissioner.coventry')).map((line) => line[2])).toEqual([
      'object',
      'object',
    ]);
  });

  test('stands beside what is published, which is no price', async () => {
    const { published: costs } = await fees('commissioner.norfolk');

    expect(costs.rows[0]?.cells.at(-1)).toMatchObject({
      subject: 'england',
      figure: { value: expect.any(Number), why: 'public' },
    });
  });
});
