import { beforeEach, describe, expect, test } from 'vitest';
import type { TestApp } from '../testkit/app.ts';
import {
  arrangeSight,
  buyer,
  bystander,
  done,
  freshBuying,
  givenCallOff,
  givenContract,
  givenFramework,
  givenUplift,
  hub,
  lead,
  nothing,
  otherProvider,
  ownProvider,
  refused,
  usualCallOff,
} from './buying.ts';
import { codes, moss } from './use.ts';

/** What an account sees of the one framework there is, by every path that leads there. */
async function membersBy(app: TestApp, account: string, awards: readonly string[]) {
  const { data } = await app.as<{
    frameworks: { edges: { node: Record<string, { totalCount?: number; value?: number }> }[] };
    nodes: ({ id: string } | null)[];
    service: { awards: unknown[] };
    provider: { awards: unknown[] };
  }>(
    account,
    `query ($ids: [ID!]!) {
      frameworks { edges { node {
        awards { totalCount edges { node { id } } }
        ofMoss: awards(provider: "${moss.key}") { totalCount }
        lotMemberships { value } providers { value }
      } } }
      nodes(ids: $ids) { id }
      service(urn: "9990001") { awards { id } }
      provider(key: "${moss.key}") { awards { id } }
    }`,
    { ids: awards },
  );
  const node = data?.frameworks.edges[0]?.node as
    | {
        awards: { totalCount: number; edges: unknown[] };
        ofMoss: { totalCount: number };
        lotMemberships: { value: number | null };
        providers: { value: number | null };
      }
    | undefined;
  return [
    `list ${node?.awards.edges.length} of ${node?.awards.totalCount}`,
    `filter ${node?.ofMoss.totalCount}`,
    `nodes ${data?.nodes.filter(Boolean).length}`,
    `service ${data?.service.awards.length}`,
    `provider ${data?.provider.awards.length}`,
    `counted ${node?.lotMemberships.value} of ${node?.providers.value}`,
  ].join(', ');
}

const all = 'list 3 of 3, filter 2, nodes 3, service 2, provider 2, counted 3 of 2';
const none = 'list 0 of 0, filter 0, nodes 0, service 0, provider 0, counted null of null';
/** A provider’s own memberships; how many others there are, it is not told. */
const own = 'list 2 of 2, filter 2, nodes 2, service 2, provider 2, counted null of null';

const outsiders = [
  bystander,
  hub,
  otherProvider,
  'commissioner.coventry',
  'hub-analyst.west-midlands',
];

/** Who sees what of how authorities buy: the same whether both locks hold, or either. */
export function describeWhoSeesBuying(app: TestApp): void {
  freshBuying(app);
  let awards: readonly string[] = [];
  let framework = '';
  let version = 0;
  beforeEach(async () => {
    ({ awards, id: framework, version } = await givenFramework(app));
  });

  describe('who is on a framework', () => {
    test.each([lead, 'approver.derbyshire', buyer, 'placement-officer.nottingham'])(
      'is seen by %s, who holds it or buys there',
      async (account) => {
        expect(await membersBy(app, account, awards)).toBe(all);
      },
    );

    test.each(outsiders)('is not seen by %s', async (account) => {
      expect(await membersBy(app, account, awards)).toBe(none);
    });

    test('is seen by a provider as far as it is its own', async () => {
      expect(await membersBy(app, ownProvider, awards)).toBe(own);
    });

    test.each(['EXACT', 'RECORDS'])(
      'is seen by the hub to which the lead shows %s',
      async (level) => {
        await arrangeSight(app.db, { level });

        expect(await membersBy(app, hub, awards)).toBe(all);
        expect(await membersBy(app, bystander, awards)).toBe(none);
      },
    );

    test('is seen by members to whom the lead shows it exactly, and not by what is only released', async () => {
      await arrangeSight(app.db, { recipient: 'MEMBERS', level: 'EXACT' });
      expect(await membersBy(app, bystander, awards)).toBe(all);
      await app.db.query(`update agreement_item set level = 'RELEASED'`);

      expect(await membersBy(app, bystander, awards)).toBe(none);
    });

    test('is seen no longer when the agreement has ended', async () => {
      await arrangeSight(app.db, { level: 'RECORDS', endsOn: '2026-06-14' });

      expect(await membersBy(app, hub, awards)).toBe(none);
    });

    test('is seen no longer by whom the lead names a buyer no more', async () => {
      const input = { id: framework, version, buyers: [codes.nottingham] };
      await done(app, lead, { mutation: 'changeFramework', input });

      expect(await membersBy(app, buyer, awards)).toBe(none);
    });

    test('is nobody’s but its holder’s while it is not published', async () => {
      const input = { id: framework, version, published: false };
      await done(app, lead, { mutation: 'changeFramework', input });

      expect(await membersBy(app, lead, awards)).toBe(all);
      const hidden =
        'list undefined of undefined, filter undefined, nodes 0, service 0, provider 0, counted undefined of undefined';
      expect(await membersBy(app, buyer, awards)).toBe(hidden);
      expect(await membersBy(app, ownProvider, awards)).toBe(hidden);
    });

    test.each([buyer, bystander, hub])(
      'is not ended by %s, as if it were not there',
      async (account) => {
        const end = (id: string) =>
          refused(app, account, {
            mutation: 'endFrameworkAward',
            input: { id, version: 1, endsOn: '2026-07-31' },
          });

        expect(await end(awards[0] ?? '')).toMatch(
          /^NOT_FOUND: There is no membership of a framework/,
        );
        expect(await end(nothing('FrameworkAward'))).toMatch(
          /^NOT_FOUND: There is no membership of a framework/,
        );
      },
    );
  });

  describe('a price', () => {
    const pricesBy = async (account: string, callOff: string) => {
      const { data } = await app.as<{
        award: { prices: unknown[]; callOffs: unknown[] } | null;
        callOff: object | null;
      }>(
        account,
        `query ($award: ID!, $callOff: ID!) {
          award: node(id: $award) { ... on FrameworkAward {
            prices { weeklyPrice } callOffs { weeklyPrice } } }
          callOff: node(id: $callOff) { id }
        }`,
        { award: awards[0], callOff },
      );
      const { prices, callOffs } = data?.award ?? { prices: [], callOffs: [] };
      return `${prices.length} and ${callOffs.length}, node ${data?.callOff ? 1 : 0}`;
    };

    test('and a call-off are seen by their own organisation alone, whoever sees the membership', async () => {
      const [award] = awards;
      await done(app, buyer, { mutation: 'setAwardPrice', input: { award, weeklyPrice: 5_000 } });
      const { id } = await givenCallOff(app, buyer, { award });
      await arrangeSight(app.db, { level: 'RECORDS' });

      expect(await pricesBy('approver.derby', id)).toBe('1 and 1, node 1');
      for (const account of [lead, 'commissioner.nottingham', hub, ownProvider, bystander]) {
        expect(await pricesBy(account, id)).toBe('0 and 0, node 0');
      }
    });
  });

  describe('a call-off', () => {
    const tries = async (account: string, seen: { id: string; version: number }) => [
      await refused(app, account, {
        mutation: 'correctCallOff',
        input: { ...usualCallOff, ...seen },
      }),
      await refused(app, account, { mutation: 'takeBackCallOff', input: seen }),
    ];

    test.each([lead, 'commissioner.nottingham', 'placement-officer.nottinghamshire'])(
      'is neither corrected nor taken back by %s, as if it were not there',
      async (account) => {
        const seen = await givenCallOff(app, buyer, { award: awards[0] });
        const missing = /^NOT_FOUND: There is no call-off of yours/;

        const [corrected, takenBack] = await tries(account, seen);
        expect(corrected).toMatch(missing);
        expect(takenBack).toMatch(missing);
        const nowhere = { ...seen, id: nothing('CallOff') };
        expect((await tries(account, nowhere)).every((said) => missing.test(said))).toBe(true);
      },
    );

    test.each(['approver.derby', 'ig-lead.derby', hub, ownProvider, 'reviewer.d2n2'])(
      'is not the business of %s',
      async (account) => {
        const seen = await givenCallOff(app, buyer, { award: awards[0] });

        const said = await tries(account, seen);

        expect(said.map((refusal) => refusal.split(':')[0])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      },
    );
  });

  describe('a block contract', () => {
    const contractsBy = async (account: string, id: string) => {
      const { data } = await app.as<{
        contracts: { totalCount: number; edges: { node: { months: unknown[] } }[] };
        ofDerby: { totalCount: number };
        node: object | null;
        recommissioning: { items: { contract: object | null }[] };
      }>(
        account,
        `query ($id: ID!) {
          contracts { totalCount edges { node { id months { month } } } }
          ofDerby: contracts(authority: "${codes.derby}") { totalCount }
          node(id: $id) { id }
          recommissioning(consortium: "d2n2") { items { contract { id } } }
        }`,
        { id },
      );
      const months = data?.contracts.edges.map(({ node }) => node.months.length);
      const radar = data?.recommissioning.items.filter(({ contract }) => contract !== null);
      return `list ${data?.contracts.totalCount}, filter ${data?.ofDerby.totalCount}, node ${data?.node ? 1 : 0}, months ${months}, radar ${radar?.length}`;
    };
    const seen = 'list 1, filter 1, node 1, months 1, radar 1';
    const unseen = 'list 0, filter 0, node 0, months , radar 0';

    test('is seen by its own organisation alone', async () => {
      const { id } = await givenContract(app);

      expect(await contractsBy('approver.derby', id)).toBe(seen);
      for (const account of [lead, hub, bystander, 'commissioner.coventry']) {
        expect(await contractsBy(account, id)).toBe(unseen);
      }
    });

    test('is seen where an agreement shows records, not where it shows exact figures, and not when it has ended', async () => {
      const { id } = await givenContract(app);
      await arrangeSight(app.db, { giver: 'derby', level: 'EXACT' });
      expect(await contractsBy(hub, id)).toBe(unseen);
      await app.db.query(`update agreement_item set level = 'RECORDS'`);
      expect(await contractsBy(hub, id)).toBe(seen);
      expect(await contractsBy(lead, id)).toBe(unseen);
      await app.db.query(`update sharing_agreement set ends_on = '2026-06-14'`);

      expect(await contractsBy(hub, id)).toBe(unseen);
    });

    test('is shown no further back than the agreement says', async () => {
      const { id } = await givenContract(app);
      await arrangeSight(app.db, { giver: 'derby', level: 'RECORDS' });
      await app.db.query('update agreement_item set history_months = 0');

      expect(await contractsBy(hub, id)).toBe('list 1, filter 1, node 1, months 0, radar 1');
    });

    test('is changed by nobody else, as if it were not there', async () => {
      const { id, version } = await givenContract(app);
      const change = (account: string, which: string) =>
        refused(app, account, {
          mutation: 'changeBlockContract',
          input: { id: which, version, beds: 9 },
        });
      const missing = /^NOT_FOUND: There is no block contract/;

      expect(await change(lead, id)).toMatch(missing);
      expect(await change(lead, nothing('BlockContract'))).toMatch(missing);
    });

    test('is not a provider’s or a reviewer’s business', async () => {
      const { id } = await givenContract(app);

      for (const account of [ownProvider, 'reviewer.d2n2']) {
        expect((await app.as(account, '{ contracts { totalCount } }')).errors?.[0]).toMatchObject({
          extensions: { code: 'FORBIDDEN' },
        });
        expect(
          (await app.as(account, 'query ($id: ID!) { node(id: $id) { id } }', { id })).data,
        ).toEqual({ node: null });
      }
    });
  });

  describe('a request for higher prices', () => {
    const upliftsBy = async (account: string, id: string) => {
      const { data } = await app.as<{ uplifts: { totalCount: number }; node: object | null }>(
        account,
        'query ($id: ID!) { uplifts { totalCount } node(id: $id) { id } }',
        { id },
      );
      return `list ${data?.uplifts.totalCount}, node ${data?.node ? 1 : 0}`;
    };

    test('is seen by those who buy there and by the provider that asks', async () => {
      const { id } = await givenUplift(app, framework);

      for (const account of [lead, buyer, 'approver.nottingham', ownProvider]) {
        expect(await upliftsBy(account, id)).toBe('list 1, node 1');
      }
      await arrangeSight(app.db, { level: 'RECORDS' });
      for (const account of outsiders) expect(await upliftsBy(account, id)).toBe('list 0, node 0');
    });

    test('is its holder’s alone while the framework is not published', async () => {
      const { id } = await givenUplift(app, framework);
      const input = { id: framework, version, published: false };
      await done(app, lead, { mutation: 'changeFramework', input });

      expect(await upliftsBy(lead, id)).toBe('list 1, node 1');
      for (const account of [buyer, ownProvider]) {
        expect(await upliftsBy(account, id)).toBe('list 0, node 0');
      }
    });
  });
}
