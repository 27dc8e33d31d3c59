import { afterAll, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';
import type { Edit } from './registers.ts';
import { loadRegister, registerContents, tablesThatHold } from './registers.ts';

const database = await cloneDatabase();
afterAll(database.drop);

const leaving: Edit = {
  from: `Ofsted Social Care Provider Webpage,2588599,,Children's home,24/04/2020,Active,REDACTED,REDACTED,REDACTED,REDACTED,REDACTED,REDACTED,East Midlands,East Midlands,Nottingham,Nottingham East,Voluntary,4,,,,YMCA Robin Hood Group,Full inspection,11/06/2024,10/07/2024,10328037,Good,,,Good,Requires improvement to be good,,,,,,,,,,,,,,\n`,
  to: '',
};
const renamed: Edit = {
  from: 'Private,5,,,,Homes2inspire Limited,Full inspection,10/12/2024',
  to: 'Private,5,,,,HOMES 2 INSPIRE LTD,Full inspection,10/12/2024',
};
/** One of each kind, and of what is none: an owner in capitals, a name and an address that should have been kept back. */
const edits: readonly Edit[] = [
  leaving,
  renamed,
  {
    from: 'Private,3,,,,Total Care Matters Limited',
    to: 'Private,3,,,,TOTAL CARE MATTERS LIMITED',
  },
  { from: 'Private,1,,,,Footsteps to Futures Limited', to: 'Private,1,,,,My House Calow Ltd' },
  {
    from: 'Derbyshire,Bolsover,Private,3,,,,My House Calow Ltd',
    to: 'Derby,Derby South,Private,3,,,,My House Calow Ltd',
  },
  { from: 'Private,6,,,,Enabling Futures Ltd', to: 'Private,5,,,,Enabling Futures Ltd' },
  {
    from: 'K & G Care Ltd,Full inspection,03/09/2024,07/10/2024,10328104,Good,,,Good,Good',
    to: 'K & G Care Ltd,Full inspection,04/11/2025,07/12/2025,10399999,Inadequate,,,Inadequate,Inadequate',
  },
  {
    from: "Ofsted Social Care Provider Webpage,SC374405,,Children's home,03/06/2008,Active",
    to: "Ofsted Social Care Provider Webpage,SC374405,,Children's home,03/06/2008,Suspended",
  },
  { from: 'Active,Rose House Support Ltd,REDACTED', to: 'Active,Rose Court,REDACTED' },
  {
    from: "Ofsted Social Care Provider Webpage,2694028,,Children's home,18/10/2024,Active,REDACTED,REDACTED,REDACTED,REDACTED,REDACTED,REDACTED",
    to: `Ofsted Social Care Provider Webpage,2999999,,Children's home,18/10/2025,Active,REDACTED,REDACTED,REDACTED,REDACTED,REDACTED,REDACTED,East Midlands,East Midlands,Derby,Derby South,Private,2,,,,Planted Owner Ltd,,,,,,,,,,,,,,,,,,,,,,,
Ofsted Social Care Provider Webpage,2694028,,Children's home,18/10/2024,Active,Planted Lodge,77 Planted Lane,Mapperley,Nottingham,Nottinghamshire,NG3 5ZZ`,
  },
];

const changes = async () => {
  const { rows } = await database.db.query(
    `select c.urn, c.kind, c.before, c.after, c.vintage::text as vintage from service_change c
     join service s on s.urn = c.urn and not s.synthetic order by c.id`,
  );
  return rows;
};

const serviceOf = async (urn: string) => {
  const { rows } = await database.db.query(
    `select s.status, s.left_on::text as "leftOn", s.judgement, r.vintage::text as vintage
     from service s join reference_source r on r.id = s.source_id where urn = $1`,
    [urn],
  );
  return rows[0];
};

const firstChanges = [
  {
    urn: '1255748',
    kind: 'RENAMED',
    before: 'Homes2inspire Limited',
    after: 'HOMES 2 INSPIRE LTD',
  },
  { urn: '1270767', kind: 'JUDGEMENT_CHANGED', before: 'GOOD', after: 'INADEQUATE' },
  {
    urn: '2586969',
    kind: 'MOVED_OWNER',
    before: 'Footsteps to Futures Limited',
    after: 'My House Calow Ltd',
  },
  { urn: '2588599', kind: 'LEFT', before: 'ACTIVE', after: 'LEFT' },
  { urn: '2660470', kind: 'MOVED_AREA', before: 'Derbyshire', after: 'Derby' },
  { urn: '2759357', kind: 'RENAMED', before: 'Rose House Support Ltd', after: 'Rose Court' },
  { urn: '2999999', kind: 'JOINED', before: null, after: 'ACTIVE' },
  { urn: 'SC374405', kind: 'STATUS_CHANGED', before: 'ACTIVE', after: 'SUSPENDED' },
  { urn: 'SC426751', kind: 'PLACES_CHANGED', before: '6', after: '5' },
];

const dated = (change: object) => ({ ...change, vintage: '2026-03-31' });

describe('a newer register', () => {
  test('gives exactly the changes it makes, and keeps what left', async () => {
    const outcome = await loadRegister(database, { vintage: '2026-03-31', edits });

    expect(outcome.outcome).toBe('loaded');
    expect(outcome.changes).toEqual(firstChanges);
    expect(await changes()).toEqual(firstChanges.map(dated));
    expect(await serviceOf('2588599')).toEqual({
      status: 'LEFT',
      leftOn: '2026-03-31',
      judgement: 'GOOD',
      vintage: '2025-03-31',
    });
    expect(await serviceOf('1270767')).toMatchObject({
      judgement: 'INADEQUATE',
      vintage: '2026-03-31',
    });
  });

  test('adds to the inspections that are known', async () => {
    const { rows } = await database.db.query(
      `select inspected_on::text as day, overall from service_judgement where urn = '1270767' and inspected_on > '2024-06-01' order by 1`,
    );

    expect(rows).toEqual([
      { day: '2024-09-03', overall: 'GOOD' },
      { day: '2025-11-04', overall: 'INADEQUATE' },
    ]);
  });

  test('keeps one group of an owner that is spelt anew, and every spelling', async () => {
    const { rows } = await database.db.query(
      `select p."key", array_agg(n.name order by n.name) as names from provider_group g
       join provider p on p.group_id = g.id join provider_name n on n.provider_id = p.id
       where g."key" = 'homes2inspire' group by p."key" order by p."key"`,
    );

    expect(rows).toEqual([
      { key: 'homes-2-inspire-ltd', names: ['HOMES 2 INSPIRE LTD', 'Homes 2 Inspire Ltd'] },
      { key: 'homes2inspire-limited', names: ['Homes2inspire Limited'] },
    ]);
  });

  test('brings no name and address of a children’s home, though the file has them', async () => {
    expect(await tablesThatHold(database, 'planted l(odge|ane)|NG3 5ZZ')).toEqual([]);
    const { rows } = await database.db.query(
      `select name, postcode_district from service where urn = '2694028'`,
    );
    expect(rows).toEqual([{ name: null, postcode_district: null }]);
  });

  test('loaded again changes nothing', async () => {
    const before = await registerContents(database);

    const outcome = await loadRegister(database, { vintage: '2026-03-31', edits });

    expect(outcome.outcome).toBe('unchanged');
    expect(await registerContents(database)).toEqual(before);
  });

  test('is not undone by an older one, which is refused with a sentence', async () => {
    const before = await registerContents(database);

    const outcome = await loadRegister(database, { vintage: '2025-09-30', edits: [leaving] });

    expect(outcome).toMatchObject({
      outcome: 'refused',
      reason:
        'Children’s social care providers as at 31 March 2025: the vintage of 2025-09-30 is older than the one in force, of 2026-03-31.',
    });
    expect(await registerContents(database)).toEqual(before);
  });

  test('with a fault is refused whole, naming row and column', async () => {
    const before = await registerContents(database);

    const loading = loadRegister(database, {
      vintage: '2027-03-31',
      edits: [leaving, { from: 'Provider Webpage,2590934,', to: 'Provider Webpage,25909341,' }],
    });

    await expect(loading).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('row 1, URN must be SC and six digits, or seven digits'),
    });
    expect(await registerContents(database)).toEqual(before);
  });

  test('brings back what had left, and says what changed meanwhile', async () => {
    await loadRegister(database, {
      vintage: '2027-03-31',
      edits: [
        ...edits.slice(1),
        { from: ',Voluntary,4,,,,YMCA Robin Hood', to: ',Voluntary,3,,,,YMCA Robin Hood' },
      ],
    });

    expect((await changes()).slice(firstChanges.length)).toEqual([
      { urn: '2588599', kind: 'RETURNED', before: 'LEFT', after: 'ACTIVE', vintage: '2027-03-31' },
      { urn: '2588599', kind: 'PLACES_CHANGED', before: '4', after: '3', vintage: '2027-03-31' },
    ]);
    expect(await serviceOf('2588599')).toMatchObject({ status: 'ACTIVE', leftOn: null });
  });
});

describe('the database refuses', () => {
  test.each([
    ['a whole postcode', `update service set postcode_district = 'DE1 2AB' where urn = '1027077'`],
    ['the name of a children’s home', `update service set name = 'Home' where urn = '1270767'`],
    ['a URN of another form', `update service set urn = '12345678' where urn = '1270767'`],
    [
      'a fictitious service of a real owner',
      `update service set synthetic = true where urn = '1270767'`,
    ],
    [
      'a real owner marked fictitious',
      `update provider set synthetic = true where "key" = 'my-house-calow-ltd'`,
    ],
    [
      'two spellings as two groups',
      `insert into provider_group ("key", name) values ('homes-2-inspire', 'Homes 2 Inspire')`,
    ],
  ])('%s', async (_what, statement) => {
    await expect(database.db.query(statement)).rejects.toThrow(/violates|duplicate/);
  });
});
