import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import { published, sendFiles } from './importing.ts';

const app = await testApp();

const IMPORT = `mutation Import($input: ImportOcdsInput!) {
  importOcds(input: $input) {
    applied
    problems { path message }
    notices {
      ocid title description buyers startsOn endsOn value releases outcome
      changes { field before after }
      suppliers { name outcome sentence provider { name } alike { key name } }
      framework { reference title value synthetic awards(first: 50) { totalCount } }
    }
  }
}`;

interface Imported {
  readonly importOcds: {
    readonly applied: boolean;
    readonly problems: readonly { readonly path: string; readonly message: string }[];
    readonly notices: readonly {
      readonly outcome: string;
      readonly value: number | null;
      readonly releases: number;
      readonly description: string | null;
      readonly changes: readonly { readonly field: string }[];
      readonly suppliers: readonly {
        readonly name: string;
        readonly outcome: string;
        readonly sentence: string;
        readonly provider: { readonly name: string } | null;
        readonly alike: readonly { readonly name: string }[];
      }[];
      readonly framework: { readonly synthetic: boolean } | null;
    }[];
  };
}

const buyer = 'commissioner.nottinghamshire';

const imported = (file: unknown, apply: boolean, account = buyer) =>
  sendFiles<Imported>(app, account, {
    query: IMPORT,
    variables: { input: { file: null, apply } },
    files: {
      'variables.input.file': {
        name: 'notice.json',
        text: typeof file === 'string' ? file : JSON.stringify(file),
      },
    },
  });

const spot = await published('cf_award_01a3540dc2d6_832963');
const block = await published('cf_award_d47ce45c6fb8_819861');
const planned = await published('cf_tender_bc70b3b4ee87_819945');

/** Rows of what an import leaves, and how many. */
async function counted(statement: string): Promise<number> {
  const { rows } = await app.db.query<{ count: number }>(
    `select count(*)::int as count from ${statement}`,
  );
  return rows[0]?.count ?? -1;
}

const frameworks = (ocid: unknown) => counted(`framework where ocid = '${String(ocid)}'`);

/** The notice published again an hour later, with a supplier of the register added, and an end that moved. */
const revised = {
  ...spot,
  id: '06c685f2-50ab-4804-b65d-e275e5445b72-833020',
  date: '2025-03-11T11:37:43Z',
  awards: (spot['awards'] as { readonly suppliers: readonly unknown[] }[]).map((award) => ({
    ...award,
    id: 'a later number',
    suppliers: [...award.suppliers, { id: 'GB-CFS-1', name: 'KEYS CHILD CARE LIMITED' }],
  })),
  tender: {
    ...(spot['tender'] as object),
    contractPeriod: { startDate: '2024-12-02T00:00:00Z', endDate: '2031-01-01T23:59:59Z' },
  },
};

describe('looking at a contract notice', () => {
  test('says what would change, and changes nothing', async () => {
    const providers = await counted('provider');

    const { data } = await imported(spot, false);

    expect(data?.importOcds).toMatchObject({
      applied: false,
      problems: [],
      notices: [{ outcome: 'NEW', value: null, framework: null }],
    });
    expect(await frameworks(spot['ocid'])).toBe(0);
    expect(await counted('provider')).toBe(providers);
  });

  test('has a supplier once that is named twice, and asks about those that are not in the register', async () => {
    const { data } = await imported(spot, false);
    const suppliers = data?.importOcds.notices[0]?.suppliers ?? [];

    expect(suppliers).toHaveLength(11);
    expect(suppliers.filter(({ name }) => name === 'Aurora Group')).toHaveLength(1);
    expect(suppliers.find(({ name }) => name === 'Outcomes First Group')).toMatchObject({
      outcome: 'QUERY',
      provider: null,
    });
  });

  test('suggests owners of the register whose names are much alike', async () => {
    const keys = { ...revised, awards: [{ id: '1', suppliers: [{ name: 'Keys Child Caer' }] }] };

    const { data } = await imported(keys, false);

    const alike = data?.importOcds.notices[0]?.suppliers[0]?.alike.map(({ name }) => name);
    expect(alike?.[0]).toMatch(/^Keys Child Care/);
    expect(alike?.join()).not.toContain('(fictitious)');
  });

  test('gives its free text as it was meant', async () => {
    const { data } = await imported(block, false);

    expect(data?.importOcds.notices[0]?.description).toContain('awarded to:\nCF SUPPORT SERVICES');
  });
});

describe('importing contract notices', () => {
  test('adds a framework with its public facts, on which only providers of the register are', async () => {
    const { data } = await imported({ version: '1.1', releases: [spot, planned] }, true);

    expect(data?.importOcds).toMatchObject({
      applied: true,
      notices: [{}, { value: 118_000_000 }],
    });
    const { rows } = await app.db.query(
      `select f.reference, f.synthetic, f.published, f.value, f.source ~ 'published 2025-03-11' as said,
         (select count(*)::int from framework_notice n where n.framework_id = f.id) as notices,
         (select count(*)::int from framework_award a where a.framework_id = f.id) as awards
       from framework f where f.ocid = '${String(spot['ocid'])}'`,
    );
    expect(rows).toEqual([
      {
        reference: 'CCC001-DN754175-55627257',
        synthetic: false,
        published: false,
        value: null,
        said: true,
        notices: 1,
        awards: 0,
      },
    ]);
  });

  test('tells the log', async () => {
    const { rows } = await app.db.query(
      `select distinct type from audit_event where type like 'framework.%' order by 1`,
    );

    expect(rows).toEqual([{ type: 'framework.added' }]);
  });

  test('keeps nothing of addresses and contact points', async () => {
    const kept = await app.db.query<{ text: string }>(
      `select coalesce(string_agg(f::text || n::text, ' '), '') as text from framework f join framework_notice n on n.framework_id = f.id`,
    );

    expect(kept.rows[0]?.text).not.toMatch(/Papworth|Huntingdon|PE28|Foxes Academy|@/);
  });

  test('does nothing with the same notice again', async () => {
    const { data } = await imported(spot, true);

    expect(data?.importOcds.notices).toMatchObject([{ outcome: 'UNCHANGED' }]);
    expect(await frameworks(spot['ocid'])).toBe(1);
  });

  test('takes a revised notice as a later version of the same framework', async () => {
    const { data } = await imported(revised, true);

    const [notice] = data?.importOcds.notices ?? [];
    expect(notice).toMatchObject({
      outcome: 'CHANGED',
      changes: [{ field: 'Last day', before: '2030-01-01', after: '2031-01-01' }],
      framework: { synthetic: false, awards: { totalCount: 1 } },
    });
    expect(notice?.suppliers.find(({ outcome }) => outcome === 'ADDED')).toMatchObject({
      name: 'KEYS CHILD CARE LIMITED',
    });
    expect(await frameworks(spot['ocid'])).toBe(1);
    const { rows } = await app.db.query(
      `select p.synthetic, a.source ~ '833020' as said from framework_award a join provider p on p.id = a.provider_id
       join framework f on f.id = a.framework_id where f.ocid = '${String(spot['ocid'])}'`,
    );
    expect(rows).toEqual([{ synthetic: false, said: true }]);
  });

  test('takes nothing of the older version that comes again, and says that it is older', async () => {
    const { data } = await imported(spot, true);

    expect(data?.importOcds.notices).toMatchObject([
      { outcome: 'OLDER', changes: [], suppliers: [] },
    ]);
    const { rows } = await app.db.query(
      `select ends_on::text, source ~ '833020' as newest from framework where ocid = '${String(spot['ocid'])}'`,
    );
    expect(rows).toEqual([{ ends_on: '2031-01-01', newest: true }]);
  });

  test('finds a supplier by its company number, whatever its name', async () => {
    const { rows } = await app.db.query<{ name: string; company_number: string }>(
      `select name, company_number from provider where company_number is not null and not synthetic order by id limit 1`,
    );
    const [known] = rows;
    const file = {
      ...planned,
      id: 'numbered',
      tag: ['award'],
      parties: [
        {
          id: 'x',
          name: 'Another name',
          identifier: { scheme: 'GB-COH', id: known?.company_number },
        },
      ],
      awards: [{ id: '1', suppliers: [{ id: 'x', name: 'Another name' }] }],
    };

    const { data } = await imported(file, false);

    expect(data?.importOcds.notices[0]?.suppliers).toMatchObject([
      { outcome: 'ADDED', provider: { name: known?.name } },
    ]);
  });
});

test('a notice with hundreds of suppliers that nobody knows is answered', async () => {
  const suppliers = Array.from({ length: 300 }, (_, nth) => ({
    id: `${nth}`,
    name: `Care homes for children, support and fostering services ${nth}`,
  }));
  const file = { ...planned, id: 'many', tag: ['award'], awards: [{ id: '1', suppliers }] };

  const { data } = await imported(file, false);

  const sentences = data?.importOcds.notices[0]?.suppliers.map(({ sentence }) => sentence) ?? [];
  expect(sentences).toHaveLength(300);
  expect(sentences.slice(0, 40).join()).not.toContain('not compared');
  expect(new Set(sentences.slice(40))).toEqual(
    new Set([
      'Is no provider of the register by this name; it was not compared with names like it, as so many before it were.',
    ]),
  );
});

test('a file of more than 100 notices is to be sent in parts', async () => {
  const releases = Array.from({ length: 101 }, (_, nth) => ({
    ...planned,
    ocid: `ocds-b5fd17-many-${nth}`,
  }));

  const { data } = await imported({ version: '1.1', releases }, true);

  expect(data?.importOcds).toMatchObject({
    applied: false,
    problems: [
      {
        path: '',
        message: 'The file has 101 notices: at most 100 are taken at once. Send it in parts.',
      },
    ],
    notices: [],
  });
  expect(await counted(`framework where ocid like 'ocds-b5fd17-many-%'`)).toBe(0);
});

describe('a hub that imports', () => {
  const ocidOf = (council: string) => `ocds-b5fd17-${council.replaceAll(' ', '-')}`;
  const noticeOf = (council: string) =>
    JSON.stringify({
      ...spot,
      ocid: ocidOf(council),
      tender: { ...(spot['tender'] as object), id: council },
    }).replaceAll('Cambridgeshire County Council', council);
  const leadOf = async (council: string) => {
    expect(refusalOf(await imported(noticeOf(council), true, 'hub-analyst.d2n2'))).toBe('');
    const { rows } = await app.db.query(
      `select lead_authority_code as lead, lead_text as text, published from framework where ocid = $1`,
      [ocidOf(council)],
    );
    return rows;
  };

  test('names a member of its consortium as the lead', async () => {
    expect(await leadOf('Derby City Council')).toEqual([
      { lead: 'E06000015', text: 'Derby City Council', published: true },
    ]);
  });

  test('keeps another’s name in words alone: it speaks for nobody else', async () => {
    expect(await leadOf('Norfolk County Council')).toEqual([
      { lead: null, text: 'Norfolk County Council', published: true },
    ]);
  });
});

describe('a file that cannot be used', () => {
  test.each([
    ['of another version', { version: '1.0', releases: [spot] }, 'version'],
    ['that is none', { notices: [] }, 'ocid'],
    [
      'of which one release is wrong',
      { version: '1.1', releases: [block, { ...spot, date: 'soon' }] },
      'releases[1].date',
    ],
  ])('is refused whole, naming where: %s', async (_what, file, path) => {
    const { data } = await imported(file, true);

    expect(data?.importOcds).toMatchObject({ applied: false, problems: [{ path }], notices: [] });
    expect(await frameworks(block['ocid'])).toBe(0);
  });

  test('leaves nothing half done where the second notice has a reference that is taken', async () => {
    const taken = {
      ...block,
      tender: { ...(block['tender'] as object), id: 'CCC001-DN754175-55627257' },
    };
    const other = {
      ...planned,
      ocid: 'ocds-b5fd17-other',
      tender: { ...(planned['tender'] as object), id: 'OTHER-1' },
    };

    const answer = await imported({ version: '1.1', releases: [other, taken] }, true);

    expect(refusalOf(answer)).toMatch(/^CONFLICT: You have the framework CCC001/);
    expect(await frameworks('ocds-b5fd17-other')).toBe(0);
  });

  test('is nobody’s to send but theirs who change frameworks', async () => {
    expect(refusalOf(await imported(spot, false, 'placement-officer.derby'))).toMatch(/^FORBIDDEN/);
    expect(refusalOf(await imported(spot, false, 'provider.brook-lane-care'))).toMatch(
      /^FORBIDDEN/,
    );
  });
});
