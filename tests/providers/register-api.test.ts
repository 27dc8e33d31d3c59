import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import { loadRegister, rowsSeen } from './registers.ts';

const app = await testApp();
const commissioner = 'commissioner.derby';
const reviewer = 'reviewer.d2n2';

const SERVICE = `query ($urn: String!) {
  service(urn: $urn) {
    id urn provisionType sector status name areaText postcodeDistrict registeredOn places inHouse judgement judgedOn leftOn
    synthetic source vintage shortBreaksOnly multiBuilding premises needs ageFrom ageTo
    authority { code name }
    provider { key name names companyNumber synthetic inHouseOf { name } group { key name inHouseOf { name } } }
    judgements { inspectedOn publishedOn kind overall protection leadership source }
    history { kind }
  }
}`;

const idOf = async (urn: string) => {
  const { data } = await app.as<{ service: { id: string } }>(commissioner, SERVICE, { urn });
  return data?.service.id;
};

describe('a service', () => {
  test('of a children’s home says what the register says, and neither name nor place', async () => {
    const { data, errors } = await app.as(commissioner, SERVICE, { urn: '2532661' });

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      service: {
        urn: '2532661',
        provisionType: 'CHILDRENS_HOME',
        sector: 'PRIVATE',
        status: 'ACTIVE',
        name: null,
        postcodeDistrict: null,
        areaText: 'Nottingham',
        authority: { code: 'E06000018', name: 'Nottingham' },
        registeredOn: '2019-08-13',
        places: 3,
        inHouse: false,
        judgement: 'GOOD',
        judgedOn: '2024-08-28',
        leftOn: null,
        synthetic: false,
        source: 'Children’s social care providers as at 31 March 2025',
        vintage: '2025-03-31',
        provider: {
          key: 'total-care-matters-limited',
          name: 'Total Care Matters Limited',
          names: ['Total Care Matters Limited'],
          companyNumber: null,
          inHouseOf: [],
          group: { key: 'total-care-matters', name: 'Total Care Matters', inHouseOf: [] },
        },
        history: [],
      },
    });
  });

  test('tells its judgements over time, newest first, with their sources', async () => {
    const { data } = await app.as<{ service: { judgements: unknown[] } }>(commissioner, SERVICE, {
      urn: 'SC064050',
    });

    expect(data?.service.judgements.slice(-2)).toEqual([
      {
        inspectedOn: '2023-11-07',
        publishedOn: '2023-12-07',
        kind: 'FULL',
        overall: 'GOOD',
        protection: 'GOOD',
        leadership: 'GOOD',
        source: 'Inspections of children’s social care providers, 1 April 2023 to 31 March 2024',
      },
      {
        inspectedOn: '2022-08-03',
        publishedOn: '2022-09-27',
        kind: 'FULL',
        overall: 'GOOD',
        protection: 'GOOD',
        leadership: 'GOOD',
        source: 'Inspections of children’s social care providers, 1 April 2023 to 31 March 2024',
      },
    ]);
  });

  test('of a fostering agency has its name and postcode district, and no places', async () => {
    const { data } = await app.as(commissioner, SERVICE, { urn: '2605174' });

    expect(data).toMatchObject({
      service: {
        provisionType: 'VOLUNTARY_ADOPTION_AGENCY',
        name: "Northamptonshire Children's Trust Adoption Agency",
        postcodeDistrict: 'NN1',
        places: null,
        inHouse: true,
        sector: 'VOLUNTARY',
        provider: {
          inHouseOf: [{ name: 'North Northamptonshire' }, { name: 'West Northamptonshire' }],
        },
      },
    });
  });

  test('outside England has no authority', async () => {
    const { rows } = await app.db.query(`select urn from service where area_text = 'Cardiff'`);

    const { data } = await app.as(commissioner, SERVICE, { urn: rows[0].urn });

    expect(data).toMatchObject({ service: { areaText: 'Cardiff', authority: null } });
  });

  test.each(['9999999', 'SC999999', 'no-urn', ''])(
    'of an unknown URN “%s” is null, without an error',
    async (urn) => {
      expect(await app.as(commissioner, SERVICE, { urn })).toEqual({ data: { service: null } });
    },
  );

  test('is found by its global id', async () => {
    const id = await idOf('2532661');

    expect(
      await app.as(commissioner, `query ($id: ID!) { node(id: $id) { ... on Service { urn } } }`, {
        id,
      }),
    ).toEqual({ data: { node: { urn: '2532661' } } });
  });
});

describe('a provider group', () => {
  test('rolls its owners up, and counts what is on the register', async () => {
    const { data } = await app.as(
      commissioner,
      `{ providerGroup(key: "wellcare-fostering-services") {
          name services places placesUnknown providers { key name names companyNumber services { totalCount } } } }`,
    );

    expect(data).toEqual({
      providerGroup: {
        name: 'Wellcare Fostering Services',
        services: 1,
        places: null,
        placesUnknown: 1,
        providers: [
          {
            key: 'wellcare-fostering-services-limited',
            name: 'Wellcare Fostering Services Limited',
            names: ['Wellcare Fostering Services Limited company number 04963908'],
            companyNumber: '04963908',
            services: { totalCount: 1 },
          },
        ],
      },
    });
  });

  test('of many homes lists them page by page', async () => {
    const document = `query ($after: String) { provider(key: "cambian-childcare-limited") {
      services(first: 100, after: $after) { totalCount edges { node { urn } } pageInfo { hasNextPage endCursor } } } }`;
    interface Page {
      provider: {
        services: {
          totalCount: number;
          edges: { node: { urn: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    }

    const first = (await app.as<Page>(commissioner, document)).data?.provider.services;
    const second = (
      await app.as<Page>(commissioner, document, { after: first?.pageInfo.endCursor })
    ).data?.provider.services;

    const urns = [...(first?.edges ?? []), ...(second?.edges ?? [])].map(({ node }) => node.urn);
    expect(first?.totalCount).toBe(183);
    expect(new Set(urns).size).toBe(183);
    expect(second?.pageInfo.hasNextPage).toBe(false);
  });

  test.each(['provider', 'providerGroup'])('an unknown %s is null', async (field) => {
    expect(await app.as(commissioner, `{ ${field}(key: "nobody") { key } }`)).toEqual({
      data: { [field]: null },
    });
  });
});

describe('a reviewer reads nothing of the register', () => {
  test.each([
    '{ service(urn: "2532661") { urn } }',
    '{ provider(key: "cambian-childcare-limited") { key } }',
    '{ providerGroup(key: "cambian-childcare") { key } }',
    '{ registerChanges { totalCount } }',
  ])('by %s', async (document) => {
    expect(refusalOf(await app.as(reviewer, document))).toMatch(/^FORBIDDEN: /);
  });

  test('by an id that somebody else was given', async () => {
    const id = await idOf('2532661');

    expect(
      await app.as(reviewer, `query ($id: ID!) { node(id: $id) { ... on Service { urn } } }`, {
        id,
      }),
    ).toEqual({ data: { node: null } });
  });

  test('nor by SQL past all of our code, which shows it to others', async () => {
    expect(new Set(await rowsSeen(app, 'no'))).toEqual(new Set([0]));
    expect(await rowsSeen(app, 'yes')).toEqual(Array(8).fill(expect.any(Number)));
    expect(await rowsSeen(app, 'yes')).not.toContain(0);
  });
});

describe('changes of the register', () => {
  const CHANGES = `query ($since: LocalDate, $consortium: String, $kinds: [ServiceChangeKind!]) {
    registerChanges(since: $since, consortium: $consortium, kinds: $kinds, synthetic: false) {
      totalCount counts { kind changes } edges { node { kind before after sentence vintage source service { urn authority { name } } } } } }`;
  const since = '2026-03-31';

  test('are told in words, by consortium and kind', async () => {
    await loadRegister(app, {
      vintage: since,
      edits: [
        { from: 'Private,6,,,,Enabling Futures Ltd', to: 'Private,5,,,,Enabling Futures Ltd' },
        {
          from: 'Private,2,,,,Zen Care and Education Limited',
          to: 'Private,9,,,,Zen Care and Education Limited',
        },
      ],
    });

    const { data, errors } = await app.as(commissioner, CHANGES, {
      since,
      consortium: 'd2n2',
      kinds: ['PLACES_CHANGED'],
    });

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      registerChanges: {
        totalCount: 1,
        counts: [{ kind: 'PLACES_CHANGED', changes: 1 }],
        edges: [
          {
            node: {
              kind: 'PLACES_CHANGED',
              before: '6',
              after: '5',
              sentence: 'Registered places: 6 before, 5 now.',
              vintage: since,
              source: 'Children’s social care providers as at 31 March 2025',
              service: { urn: 'SC426751', authority: { name: 'Derbyshire' } },
            },
          },
        ],
      },
    });
    expect((await app.as(commissioner, CHANGES, { since })).data).toMatchObject({
      registerChanges: { totalCount: 2 },
    });
  });

  test('of an unknown consortium are refused by its name', async () => {
    expect(refusalOf(await app.as(commissioner, CHANGES, { consortium: 'nowhere' }))).toBe(
      'NOT_FOUND: There is no consortium “nowhere”.',
    );
  });
});
