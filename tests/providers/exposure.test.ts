import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { arrangeRecords, codes, fell, forgetUse, givenProvider, givenUse, moss } from './use.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

const hub = 'hub-analyst.d2n2';
const derby = 'commissioner.derby';

beforeAll(async () => {
  await givenProvider(app.db, moss);
  await givenProvider(app.db, fell);
});

/** What each pays is unlike any other number of an answer. */
const paid = { derby: 4_111.25, nottingham: 5_222.5, derbyshire: 7_333.75 };

beforeEach(async () => {
  await forgetUse(app.db);
  await arrangeRecords(app.db);
  await givenUse(app.db, [
    { placing: 'derby', urn: '9990001', placements: 3, cost: paid.derby },
    { placing: 'nottingham', urn: '9990001', placements: 5, cost: paid.nottingham },
    { placing: 'derbyshire', urn: '9990002', placements: 43, cost: paid.derbyshire },
    { placing: 'derby', urn: '9990003', placements: 1, month: '2026-04', cost: 99 },
  ]);
});

const FIGURE = 'value symbol why synthetic provenance { source formula }';
const EXPOSURE = `query Exposure($consortium: String!, $group: String) {
  exposure(consortium: $consortium, group: $group) {
    measures { of by index { ${FIGURE} } topFiveShare { value } owners total unknown authorities { name } }
    groups {
      key services places placesUnknown placementsAtLeast judgements { judgement services }
      placements { ${FIGURE} } spend { ${FIGURE} }
      authorities { authority { name } placesInArea placements { ${FIGURE} } spend { ${FIGURE} } }
    }
    whatIf { sentence placementsAtLeast authorities { name } notSharing { name } }
  }
}`;

interface Said {
  readonly value: number | null;
  readonly why: string;
}

interface Asked {
  readonly exposure: {
    readonly measures: readonly {
      readonly of: string;
      readonly by: string;
      readonly index: Said;
      readonly topFiveShare: Said;
      readonly owners: number;
      readonly total: number;
      readonly unknown: number;
      readonly authorities: readonly { readonly name: string }[];
    }[];
    readonly groups: readonly {
      readonly key: string;
      readonly placementsAtLeast: number;
      readonly placements: Said;
      readonly spend: Said;
      readonly authorities: readonly {
        readonly authority: { readonly name: string };
        readonly placements: Said;
        readonly spend: Said;
      }[];
    }[];
    readonly whatIf: { readonly sentence: string; readonly placementsAtLeast: number } | null;
  };
}

async function exposure(account: string, group: string | null = moss.key, consortium = 'd2n2') {
  const answer = await app.as<Asked>(account, EXPOSURE, { consortium, group });
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.exposure;
}

/** Placements and spending of each member with one group, as an account sees them. */
async function membersOf(account: string, group: string) {
  const { groups } = await exposure(account, group);
  return Object.fromEntries(
    (groups[0]?.authorities ?? []).map(({ authority, placements, spend }) => [
      authority.name,
      [placements.value ?? placements.why, spend.value ?? spend.why],
    ]),
  );
}

const hidden = (name: string) =>
  `not shared: no agreement in force lets you see ${name}’s records of providers`;
const noPrice =
  'not shared: what an authority pays is nobody else’s to see, whatever agreements say';

describe('places of children’s homes on the public register', () => {
  const placesOf = async (consortium: string) =>
    (await exposure('commissioner.norfolk', null, consortium)).measures
      .filter(({ of }) => of === 'PLACES')
      .map(({ by, index, owners, total, unknown }) => [by, index.value, owners, total, unknown]);

  test('are in as few hands in D2N2 as its published facts say, and in fewer when spellings and owners are rolled up', async () => {
    expect(await placesOf('d2n2')).toEqual([
      ['PRINTED', 306, 84, 754, 0],
      // “K & G Care Ltd” is “K&G Care Ltd”.
      ['OWNER', 307, 83, 754, 0],
      ['GROUP', 310, 81, 754, 0],
    ]);
  });

  test('and in the West Midlands, where two homes with five places have no owner named', async () => {
    expect(await placesOf('west-midlands')).toEqual([
      ['PRINTED', 131, 231, 2142, 0],
      ['OWNER', 134, 226, 2137, 2],
      ['GROUP', 134, 226, 2137, 2],
    ]);
  });
});

describe('placements and spending with a group', () => {
  test('are an authority’s own, and of others nothing that no agreement shows', async () => {
    expect(await membersOf(derby, moss.key)).toEqual({
      Derby: [3, 4111.25],
      Derbyshire: [hidden('Derbyshire'), noPrice],
      Nottingham: [hidden('Nottingham'), noPrice],
      Nottinghamshire: [hidden('Nottinghamshire'), noPrice],
    });
  });

  test('reach the hub of those who show it their records, and never what they pay', async () => {
    expect(await membersOf(hub, moss.key)).toEqual({
      Derby: [3, noPrice],
      Derbyshire: [hidden('Derbyshire'), noPrice],
      Nottingham: [5, noPrice],
      Nottinghamshire: [hidden('Nottinghamshire'), noPrice],
    });
  });

  test('are nobody’s who belongs elsewhere', async () => {
    const seen = await membersOf('commissioner.coventry', moss.key);

    expect(Object.values(seen).flat().filter(Number)).toEqual([]);
  });

  test('are refused to providers and reviewers', async () => {
    for (const account of ['provider.brook-lane-care', 'reviewer.d2n2']) {
      const answer = await app.as(account, EXPOSURE, { consortium: 'd2n2', group: null });

      expect(refusalOf(answer)).toMatch(/^FORBIDDEN/);
    }
  });

  test('add up to what is seen and say that it is the least; a total needs every member', async () => {
    const [group] = (await exposure(hub)).groups;

    expect(group).toMatchObject({ placementsAtLeast: 8, places: 10, services: 2 });
    expect(group?.placements).toMatchObject({
      value: null,
      why: 'not shared, or not available, of 2 of 4 authorities: a total needs them all',
    });
    expect(group?.spend).toMatchObject({ value: null, why: noPrice });
    expect((await exposure(derby)).groups[0]?.spend).toMatchObject({ value: 4111.25, why: 'own' });
  });

  test('are zero where others were recorded, and not known where none were', async () => {
    expect(await membersOf(derby, fell.key)).toMatchObject({ Derby: [0, 0] });
    await forgetUse(app.db);

    expect(await membersOf(derby, moss.key)).toMatchObject({
      Derby: [
        'not available: Derby has recorded no placements with providers',
        'not available: Derby has recorded no placements with providers',
      ],
    });
  });

  test('cost what is not known where a part of it is not', async () => {
    await givenUse(app.db, [{ placing: 'derby', urn: '9990002', placements: 2 }]);

    expect((await membersOf(derby, moss.key))['Derby']).toEqual([
      5,
      'not available: the weekly cost of 2 of 5 placements is not recorded',
    ]);
  });

  test('with a real owner are never told where what is recorded is made up', async () => {
    const { groups } = await exposure(derby, null);
    const real = groups.find(({ key }) => key.startsWith('homes2inspire'));

    expect(real?.authorities[0]?.placements.why).toBe(
      'not available: the placements recorded here are made up, and with fictitious providers only',
    );
  });
});

describe('what is in few hands', () => {
  const measure = async (account: string, of: string) =>
    (await exposure(account)).measures.find((one) => one.of === of);

  test('of placements is of those that are seen, and names whose', async () => {
    expect(await measure(hub, 'PLACEMENTS')).toMatchObject({
      index: {
        value: 10_000,
        why: 'of the placements that you see: those of Derby and Nottingham',
      },
      total: 8,
      authorities: [{ name: 'Derby' }, { name: 'Nottingham' }],
    });
    expect(await measure('commissioner.coventry', 'PLACEMENTS')).toMatchObject({
      index: { value: null },
      total: 0,
      authorities: [],
    });
  });

  test('of spending is of one’s own', async () => {
    expect(await measure(derby, 'SPEND')).toMatchObject({ total: 4111.25, owners: 1 });
    expect(await measure(hub, 'SPEND')).toMatchObject({ index: { why: noPrice }, total: 0 });
  });
});

describe('what if a group failed tomorrow', () => {
  const sentence = async (account: string, group: string = moss.key) =>
    (await exposure(account, group)).whatIf?.sentence;

  test('is told of what is seen as the least there is', async () => {
    expect(await sentence(hub)).toBe(
      'At least 8 placements of 2 authorities would be touched: Derby 3 and Nottingham 5; 2 authorities do not share theirs with you. Moss Gate Homes (fictitious) has 2 services registered in D2N2, and 10 places in children’s homes.',
    );
    expect(await sentence(derby)).toMatch(
      /^At least 3 placements of 1 authority would be touched: Derby 3; 3 authorities do not share theirs with you\./,
    );
  });

  test('is no all-clear where nothing is seen', async () => {
    expect(await sentence('commissioner.coventry')).toMatch(
      /^No placement that you see would be touched; 4 authorities do not share theirs with you\./,
    );
    expect(await sentence(derby, fell.key)).toBe(
      'No placement that you see would be touched; 3 authorities do not share theirs with you. Fell Side Homes (fictitious) has 1 service registered in D2N2, 1 of them with places unknown, and an unknown number of places in children’s homes.',
    );
  });

  test('of a group that there is not is an error that names it', async () => {
    const answer = await app.as(derby, EXPOSURE, { consortium: 'd2n2', group: 'nobody' });

    expect(refusalOf(answer)).toBe('NOT_FOUND: There is no provider group “nobody”.');
  });
});

describe('no answer depends on what is hidden', () => {
  const accounts = [derby, hub, 'commissioner.nottinghamshire', 'commissioner.coventry'];
  const everything = async () =>
    JSON.stringify(
      await Promise.all(
        accounts.flatMap((account) => [exposure(account), exposure(account, null)]),
      ),
    );

  test('neither on placements nor on prices of who shares nothing', async () => {
    const before = await everything();
    await app.db.query(
      `delete from provider_use_price where tenant_id = (select id from organisation where slug = 'derbyshire')`,
    );
    await app.db.query(`delete from provider_use where authority_code = $1`, [codes.derbyshire]);

    expect(await everything()).toBe(before);
  });

  test('nor on what those pay whose placements are seen', async () => {
    const seen = async () => JSON.stringify([await exposure(hub), await exposure(hub, null)]);
    const before = await seen();
    await app.db.query(`update provider_use_price set weekly_cost = weekly_cost * 3`);

    expect(await seen()).toBe(before);
    expect(before).not.toMatch(/4.?111|5.?222|7.?333/);
  });
});

describe('agreements', () => {
  test.each([
    [
      'show no record at a lower level',
      { items: [{ dataset: 'providers', recipient: 'HUB', level: 'EXACT' }] },
    ],
    [
      'show none of another dataset',
      { items: [{ dataset: 'beds', recipient: 'HUB', level: 'RECORDS' }] },
    ],
    ['show none when they have ended', { endsOn: '2026-06-14' }],
    ['show none while they are suspended', { status: 'SUSPENDED' }],
    [
      'show none to who has not signed',
      {
        parties: [
          { organisation: 'd2n2', signed: false },
          { organisation: 'derby', signed: true },
          { organisation: 'nottingham', signed: true },
        ],
      },
    ],
  ])('%s', async (_what, said) => {
    await app.db.query('delete from sharing_agreement');
    await arrangeRecords(app.db, said);

    expect((await exposure(hub)).whatIf?.placementsAtLeast).toBe(0);
  });

  test('show months as far back as they say', async () => {
    await app.db.query('delete from sharing_agreement');
    await arrangeRecords(app.db, {
      items: [{ dataset: 'providers', recipient: 'HUB', level: 'RECORDS', historyMonths: 0 }],
    });

    expect((await membersOf(hub, moss.key))['Derby']?.[0]).toBe(
      'not available: Derby has recorded no placements with providers',
    );
  });
});

describe('the log', () => {
  const events = async () =>
    (
      await app.db.query<{ slug: string; details: unknown }>(
        `select o.slug, e.details from audit_event e join organisation o on o.id = e.tenant_id
         where e.type = 'figures.read' order by 1`,
      )
    ).rows;

  test('tells those whose records were looked at, and nobody else', async () => {
    await app.db.query('truncate audit_event, audit_link');

    await exposure(hub);
    await exposure(derby);

    const details = (code: string) => ({
      dataset: 'providers',
      authorities: [code],
      indicators: ['placements with providers'],
      periods: ['2026-05'],
    });
    expect(await events()).toEqual([
      { slug: 'derby', details: details(codes.derby) },
      { slug: 'nottingham', details: details(codes.nottingham) },
    ]);
  });
});
