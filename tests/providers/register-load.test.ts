import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { loadRegister, registerContents, tablesThatHold } from './registers.ts';

const app = await testApp();

const rowsOf = async (question: string) => (await app.db.query(question)).rows;

describe('the register in force', () => {
  test('has every service of the file once, with its owner', async () => {
    expect(
      await rowsOf(`select count(*)::int as services, count(distinct provider_id)::int as owners,
          count(distinct group_id)::int as groups, count(*) filter (where provider_id is null)::int as "withoutOwner",
          count(*) filter (where status = 'SUSPENDED')::int as suspended
        from service s left join provider p on p.id = s.provider_id where not s.synthetic`),
    ).toEqual([{ services: 5600, owners: 2530, groups: 2508, withoutOwner: 44, suspended: 14 }]);
  });

  test('has 210 children’s homes with 754 places in D2N2', async () => {
    expect(
      await rowsOf(`select a.name, count(*)::int as homes, sum(places)::int as places
        from service s join authority a on a.code = s.authority_code
        join consortium_member m on m.authority_code = a.code and m.consortium_code = 'd2n2'
        where provision_type = 'CHILDRENS_HOME' and not synthetic
        group by rollup (a.name) order by a.name nulls last`),
    ).toEqual([
      { name: 'Derby', homes: 36, places: 132 },
      { name: 'Derbyshire', homes: 73, places: 271 },
      { name: 'Nottingham', homes: 31, places: 115 },
      { name: 'Nottinghamshire', homes: 70, places: 236 },
      { name: null, homes: 210, places: 754 },
    ]);
  });

  test('has as many good or outstanding homes in D2N2 as the indicator', async () => {
    expect(
      await rowsOf(`select count(*) filter (where judgement in ('GOOD', 'OUTSTANDING'))::int as good,
          count(judgement)::int as judged
        from service s join consortium_member m on m.authority_code = s.authority_code and m.consortium_code = 'd2n2'
        where provision_type = 'CHILDRENS_HOME' and not synthetic`),
    ).toEqual([{ good: 174, judged: 192 }]);
  });

  test('knows either spelling of a children’s home, and each of the other provision types', async () => {
    expect(
      await rowsOf(`select provision_type as type, count(*)::int as services from service where not synthetic
        group by 1 order by 2 desc, 1`),
    ).toEqual([
      { type: 'CHILDRENS_HOME', services: 3946 },
      { type: 'SUPPORTED_ACCOMMODATION', services: 893 },
      { type: 'INDEPENDENT_FOSTERING_AGENCY', services: 339 },
      { type: 'RESIDENTIAL_FAMILY_CENTRE', services: 110 },
      { type: 'RESIDENTIAL_SPECIAL_SCHOOL', services: 95 },
      { type: 'BOARDING_SCHOOL', services: 51 },
      { type: 'RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME', services: 49 },
      { type: 'FURTHER_EDUCATION_COLLEGE', services: 34 },
      { type: 'VOLUNTARY_ADOPTION_AGENCY', services: 29 },
      { type: 'ADOPTION_SUPPORT_AGENCY', services: 29 },
      { type: 'SECURE_CHILDRENS_HOME', services: 14 },
      { type: 'HOLIDAY_SCHEME', services: 10 },
      { type: 'SECURE_TRAINING_CENTRE', services: 1 },
    ]);
  });

  test('has a children’s trust in-house though its sector is voluntary, and no charity of a similar name', async () => {
    expect(
      await rowsOf(`select g.name, array_agg(distinct s.sector::text) as sectors, bool_and(s.in_house) as own,
          (select array_agg(a.name order by a.name) from provider_in_house h join authority a on a.code = h.authority_code
           where h.group_id = g.id) as authorities
        from service s join provider p on p.id = s.provider_id join provider_group g on g.id = p.group_id
        where g."key" in ('northamptonshire-childrens-trust', 'birmingham-childrens-trust', 'the-childrens-trust',
          'childrens-trust', 'adolescent-and-childrens-trust', 'shaw-education-trust')
        group by g.id order by g.name`),
    ).toEqual([
      {
        name: "Adolescent And Children's Trust",
        sectors: ['VOLUNTARY'],
        own: false,
        authorities: null,
      },
      {
        name: "Birmingham Children's Trust",
        sectors: ['VOLUNTARY'],
        own: true,
        authorities: ['Birmingham'],
      },
      { name: "Children's Trust", sectors: ['VOLUNTARY'], own: false, authorities: null },
      {
        name: 'Northamptonshire Childrens Trust',
        sectors: ['VOLUNTARY'],
        own: true,
        authorities: ['North Northamptonshire', 'West Northamptonshire'],
      },
      {
        name: 'Shaw Education Trust',
        sectors: ['ACADEMY', 'LOCAL_AUTHORITY'],
        own: false,
        authorities: null,
      },
    ]);
  });

  test('keeps what is known of earlier inspections, and which file said so', async () => {
    expect(
      await rowsOf(`select j.inspected_on::text as day, j.kind, j.overall, extract(year from s.vintage)::int as vintage
        from service_judgement j join reference_source s on s.id = j.source_id where j.urn = 'SC039112' order by 1`),
    ).toEqual([
      { day: '2023-02-07', kind: 'FULL', overall: 'GOOD', vintage: 2024 },
      { day: '2023-11-07', kind: 'FULL', overall: 'GOOD', vintage: 2024 },
      { day: '2024-09-11', kind: 'FULL', overall: 'GOOD', vintage: 2025 },
    ]);
  });

  test('places every authority within England', async () => {
    expect(
      await rowsOf(`select round(latitude::numeric, 1)::float8 as north, round(longitude::numeric, 1)::float8 as east,
          (select count(*)::int from authority_place) as places
        from authority_place where authority_code = 'E06000015'`),
    ).toEqual([{ north: 52.9, east: -1.5, places: 153 }]);
  });

  test('says nothing of changes before there is a second vintage', async () => {
    expect(
      await rowsOf(
        'select * from service_change c join service s using (urn) where not s.synthetic',
      ),
    ).toEqual([]);
  });

  test('loaded again changes nothing and touches no row', async () => {
    const before = await registerContents(app);

    const outcome = await loadRegister(app);

    expect(outcome.outcome).toBe('unchanged');
    expect(await registerContents(app)).toEqual(before);
  });

  test('holds no whole postcode, in no column of any table', async () => {
    expect(await tablesThatHold(app, '\\m[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}\\M')).toEqual([]);
  });

  test('comes at the next start to a database of an earlier version, which has none', async () => {
    await app.db.query('truncate service, provider, provider_group, authority_place cascade');

    const outcome = await loadRegister(app);

    expect(outcome).toMatchObject({ outcome: 'unchanged', changes: [] });
    expect(
      await rowsOf(`select (select count(*)::int from service) as services,
        (select count(*)::int from authority_place) as places`),
    ).toEqual([{ services: 5600, places: 153 }]);
  });
});
