import { describe, expect, test, vi } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { globalId } from '../testkit/requests.ts';

const app = await testApp();
const analyst = 'hub-analyst.d2n2';

async function membersOf(code: string): Promise<string[] | undefined> {
  const { data } = await app.as<{ consortium: { members: { name: string }[] } }>(
    analyst,
    'query Members($code: String!) { consortium(code: $code) { members { name } } }',
    { code },
  );
  return data?.consortium.members.map(({ name }) => name);
}

describe('consortia', () => {
  test('are told with their members and hubs', async () => {
    const { data } = await app.as(analyst, '{ consortia { code name hub members { name } } }');

    expect(data).toEqual({
      consortia: [
        {
          code: 'd2n2',
          name: 'D2N2',
          hub: 'D2N2 hub',
          members: [
            { name: 'Derby' },
            { name: 'Derbyshire' },
            { name: 'Nottingham' },
            { name: 'Nottinghamshire' },
          ],
        },
        {
          code: 'west-midlands',
          name: 'West Midlands',
          hub: 'West Midlands hub',
          members: expect.objectContaining({ length: 14 }),
        },
      ],
    });
  });

  test('show members of today only: one that left is gone within seconds', async () => {
    await app.db.query(
      `update consortium_member set left_on = '2021-03-31' where authority_code = 'E06000051'`,
    );

    await vi.waitFor(
      async () => expect(await membersOf('west-midlands')).not.toContain('Shropshire'),
      { timeout: 30_000, interval: 500 },
    );
  });

  test('an unknown one is null, and no error', async () => {
    expect(await app.as(analyst, '{ consortium(code: "london") { name } }')).toEqual({
      data: { consortium: null },
    });
  });
});

describe('authorities', () => {
  test('are the 153 of England', async () => {
    const { data } = await app.as<{ authorities: object[] }>(analyst, '{ authorities { code } }');

    expect(data?.authorities).toHaveLength(153);
  });

  test('are found by region, by part of their name, and by code', async () => {
    const { data } = await app.as<{ region: object[] }>(
      analyst,
      `{
        region: authorities(region: "E12000004") { name }
        named: authorities(search: "  nottingham ") { name }
        coded: authorities(search: "E06000019") { name }
      }`,
    );

    expect(data?.region).toHaveLength(10);
    expect(data).toMatchObject({
      named: [{ name: 'Nottingham' }, { name: 'Nottinghamshire' }],
      coded: [{ name: 'Herefordshire, County of' }],
    });
  });

  test('are told with codes, region, consortia and nearest neighbours', async () => {
    const { data } = await app.as(
      analyst,
      `{ authority(code: "E06000015") {
        code name dfeCode region regionCode
        consortia { code }
        statisticalNeighbours { position authority { name } }
      } }`,
    );

    expect(data).toMatchObject({
      authority: {
        code: 'E06000015',
        name: 'Derby',
        dfeCode: '831',
        region: 'East Midlands',
        regionCode: 'E12000004',
        consortia: [{ code: 'd2n2' }],
        statisticalNeighbours: expect.objectContaining({
          length: 10,
          0: { position: 1, authority: { name: 'Coventry' } },
        }),
      },
    });
  });

  test('are known by the code before today’s', async () => {
    const { data } = await app.as(
      analyst,
      `{
        barnsley: authority(code: "E08000016") { code name }
        sheffield: authority(code: "E08000019") { code name }
      }`,
    );

    expect(data).toEqual({
      barnsley: { code: 'E08000038', name: 'Barnsley' },
      sheffield: { code: 'E08000039', name: 'Sheffield' },
    });
  });

  test('an unknown one, and one that ended without a successor of its area, is null', async () => {
    const document = `{
      unknown: authority(code: "E06999999") { name }
      northamptonshire: authority(code: "E10000021") { name }
    }`;

    expect(await app.as(analyst, document)).toEqual({
      data: { unknown: null, northamptonshire: null },
    });
  });
});

describe('nodes', () => {
  const NODE = 'query Node($id: ID!) { node(id: $id) { id __typename } }';

  test('have an id that leads back to them', async () => {
    const { data } = await app.as<Record<string, { id: string }>>(
      analyst,
      '{ authority(code: "E06000015") { id } }',
    );
    const id = data?.['authority']?.id;

    expect((await app.as(analyst, NODE, { id })).data).toEqual({
      node: { id, __typename: 'Authority' },
    });
  });

  test('come in the order of their ids, null where there is none', async () => {
    const ids = [
      globalId('Indicator', 'cla-rate'),
      globalId('Indicator', 'nothing-such'),
      globalId('Consortium', 'd2n2'),
      globalId('Authority', 'E06999999'),
      globalId('SavedComparison', '7a1f5f2e-8b43-4b61-9a53-3c0a3f4f1a11'),
    ];

    const { data, errors } = await app.as(
      analyst,
      'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename } }',
      { ids },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      nodes: [{ __typename: 'Indicator' }, null, { __typename: 'Consortium' }, null, null],
    });
  });
});

describe('the viewer', () => {
  const VIEWER = `{ viewer {
    account organisation role authorities { name } consortia { code } permissions
  } }`;

  test('of a trust answers for two authorities', async () => {
    expect((await app.as('commissioner.northamptonshire-childrens-trust', VIEWER)).data).toEqual({
      viewer: {
        account: 'commissioner.northamptonshire-childrens-trust',
        organisation: 'Northamptonshire Children’s Trust',
        role: 'commissioner',
        authorities: [{ name: 'North Northamptonshire' }, { name: 'West Northamptonshire' }],
        consortia: [],
        permissions: [
          'reference:read',
          'comparison:read',
          'comparison:export',
          'comparison:save',
          'release:read',
          'agreement:read',
          'return:read',
          'provider:read',
          'enquiry:read',
          'return:submit',
          'framework:write',
          'calloff:record',
          'contract:write',
          'uplift:ask',
          'uplift:answer',
          'beds:read',
          'beds:find',
          'beds:write',
          'enquiry:write',
          'fostering:plan',
          'beds:plan',
        ],
      },
    });
  });

  test('of a hub serves its consortium and answers for none', async () => {
    expect((await app.as('reviewer.west-midlands', VIEWER)).data).toEqual({
      viewer: {
        account: 'reviewer.west-midlands',
        organisation: 'West Midlands hub',
        role: 'reviewer',
        authorities: [],
        consortia: [{ code: 'west-midlands' }],
        permissions: [
          'comparison:read',
          'comparison:export',
          'comparison:save',
          'agreement:read',
          'release:read',
        ],
      },
    });
  });
});
