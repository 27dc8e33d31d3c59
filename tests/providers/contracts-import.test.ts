import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { globalId, refusalOf } from '../testkit/requests.ts';
import { sendFiles } from './importing.ts';

const app = await testApp();

const derbyshire = 'E10000007';
const buyer = 'commissioner.derbyshire';

const ASKED =
  'applied problems { table row column message } items { table row title outcome sentence }';
const IMPORT = `mutation Import($input: ImportContractsInput!) { importContracts(input: $input) { ${ASKED} } }`;
const TAKE = `mutation Take($input: TakeFromReturnInput!) { takeFromReturn(input: $input) { ${ASKED} } }`;

interface Taken {
  readonly applied: boolean;
  readonly problems: readonly {
    readonly row: number | null;
    readonly column: string | null;
    readonly message: string;
  }[];
  readonly items: readonly {
    readonly table: string;
    readonly row: number | null;
    readonly title: string;
    readonly outcome: string;
  }[];
}

/** The latest month for which Derbyshire’s return of providers is accepted. */
const [latest] = (
  await app.db.query<{ id: string; period: string }>(
    `select id, period from "return" where authority_code = '${derbyshire}' and dataset = 'providers'
       and status = 'ACCEPTED' order by period desc limit 1`,
  )
).rows;
const month = latest?.period ?? '';

const contracts = (...lines: readonly string[]) =>
  [
    'authority_code,period,contract,provider,urn,starts_on,ends_on,beds,occupied,void_days,weekly_price',
    ...lines.map((line) => `${derbyshire},${month},${line}`),
  ].join('\n');

const memberships = (...lines: readonly string[]) =>
  [
    'authority_code,period,framework,lot,tier,provider,urn,starts_on,ends_on',
    ...lines.map((line) => `${derbyshire},${month},${line}`),
  ].join('\n');

async function imported(text: string, apply: boolean, account = buyer): Promise<Taken> {
  const { data, errors } = await sendFiles<{ importContracts: Taken }>(app, account, {
    query: IMPORT,
    variables: { input: { authority: derbyshire, month, files: [null], apply } },
    files: { 'variables.input.files.0': { name: 'rows.csv', text } },
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.importContracts;
}

/** A home of a fictitious provider in Derbyshire, whom it belongs to, and its places. */
const [home] = (
  await app.db.query<{ urn: string; name: string; places: number }>(
    `select s.urn, p.name, s.places from service s join provider p on p.id = s.provider_id
     where s.synthetic and s.authority_code = '${derbyshire}' and s.provision_type = 'CHILDRENS_HOME' and s.status <> 'LEFT'
       and s.places >= 3 order by s.urn desc limit 1`,
  )
).rows;
const provider = home?.name ?? '';
const urn = home?.urn ?? '';

const known = async () => {
  const { rows } = await app.db.query<{
    reference: string;
    beds: number;
    price: number;
    used: number;
  }>(
    `select c.reference, c.beds, x.weekly_price::float8 as price,
       (select count(*)::int from block_contract_month m where m.contract_id = c.id) as used
     from block_contract c join block_contract_price x on x.contract_id = c.id
     where c.authority_code = '${derbyshire}' order by c.reference`,
  );
  return rows;
};

describe('taking contracts and memberships from a return', () => {
  test('shows that a demonstration’s return says what is there, but who is on others’ frameworks', async () => {
    const { data } = await app.as<{ takeFromReturn: Taken }>(buyer, TAKE, {
      input: { return: globalId('Return', latest?.id ?? ''), apply: false },
    });

    const { items = [], problems, applied } = data?.takeFromReturn ?? {};
    expect({ problems, applied }).toEqual({ problems: [], applied: false });
    expect(new Set(items.map(({ outcome }) => outcome))).toEqual(
      new Set(['UNCHANGED', 'NOT_OURS']),
    );
    expect(items.filter(({ table }) => table === 'block-contracts').length).toBeGreaterThan(0);
  });

  test('brings back what is missing, and changes it where it differs', async () => {
    const before = await known();
    await app.db.query(
      `update block_contract_price set weekly_price = weekly_price + 100 where contract_id =
         (select id from block_contract where authority_code = '${derbyshire}' order by reference limit 1)`,
    );

    const { data } = await app.as<{ takeFromReturn: Taken }>(buyer, TAKE, {
      input: { return: globalId('Return', latest?.id ?? ''), apply: true },
    });

    expect(data?.takeFromReturn.items.filter(({ outcome }) => outcome === 'CHANGED')).toHaveLength(
      1,
    );
    expect(await known()).toEqual(before);
  });

  test.each([
    ['of another', 'commissioner.derby', /^NOT_FOUND|^BAD_USER_INPUT/],
    ['by whoever changes no contracts', 'placement-officer.derbyshire', /^FORBIDDEN/],
  ])('is refused %s', async (_what, account, refusal) => {
    const answer = await app.as(account, TAKE, {
      input: { return: globalId('Return', latest?.id ?? ''), apply: true },
    });

    expect(refusalOf(answer)).toMatch(refusal);
  });
});

describe('importing contracts from a file', () => {
  const added = `NEW-01,${provider},${urn},2026-01-01,2027-12-31,2,1,9,9000`;

  test('shows what is new, and of what is there what the file has not', async () => {
    const before = await known();

    const { applied, problems, items } = await imported(contracts(added), false);

    expect({ applied, problems }).toEqual({ applied: false, problems: [] });
    expect(items[0]).toMatchObject({ row: 2, outcome: 'NEW', title: `NEW-01: ${provider}` });
    expect(items.slice(1).map(({ outcome }) => outcome)).toEqual(before.map(() => 'MISSING'));
    expect(await known()).toEqual(before);
  });

  test('adds it, with its price for each bed and its use in the month', async () => {
    const { applied } = await imported(contracts(added), true);

    expect(applied).toBe(true);
    expect(await known()).toContainEqual({ reference: 'NEW-01', beds: 2, price: 4_500, used: 1 });
  });

  test('knows it again', async () => {
    const { items } = await imported(contracts(added), true);

    expect(items[0]).toMatchObject({ outcome: 'UNCHANGED' });
  });

  test('adds a membership, and ends it on the day that a later file says', async () => {
    const lot = '2026-05-01';
    const { rows } = await app.db.query<{ name: string }>(
      `select p.name from provider p where p.synthetic and p.name like '%Care Limited%' and not exists (
         select from framework_award a join framework f on f.id = a.framework_id
         where a.provider_id = p.id and f.reference = 'CCS072') order by p.id limit 1`,
    );
    const name = rows[0]?.name ?? '';

    const first = await imported(memberships(`CCS072,1,,${name},,${lot},`), true);
    const ended = await imported(memberships(`CCS072,1,,${name},,${lot},2026-09-30`), true);

    expect(first.items).toMatchObject([{ outcome: 'NEW' }]);
    expect(ended.items).toMatchObject([{ outcome: 'ENDED' }]);
    const award = await app.db.query(
      `select a.ends_on::text, a.synthetic from framework_award a join framework f on f.id = a.framework_id
       join provider p on p.id = a.provider_id where f.reference = 'CCS072' and p.name = '${name}'`,
    );
    expect(award.rows).toEqual([{ ends_on: '2026-09-30', synthetic: true }]);
  });
});

describe('importing several memberships of a framework', () => {
  const fictitious = async (many: number) =>
    (
      await app.db.query<{ name: string }>(
        `select p.name from provider p where p.synthetic and p.name like '%Care Limited%' and not exists (
           select from framework_award a join framework f on f.id = a.framework_id
           where a.provider_id = p.id and f.reference = 'CCS072') order by p.id limit ${many}`,
      )
    ).rows.map(({ name }) => name);
  const version = async () =>
    (await app.db.query(`select version from framework where reference = 'CCS072'`)).rows[0]
      ?.version;

  test('adds them together, as one change of it', async () => {
    const before = await version();
    const rows = (await fictitious(3)).map((name) => `CCS072,1,,${name},,2026-05-01,`);

    const { items } = await imported(memberships(...rows), true);

    expect(items.map(({ outcome }) => outcome)).toEqual(['NEW', 'NEW', 'NEW']);
    expect(await version()).toBe(before + 1);
  });

  test('names the row of one that its framework refuses', async () => {
    const [one, other] = await fictitious(2);
    const rows = [`CCS072,1,,${one},,2026-05-01,`, `CCS072,1,,${other},,2001-05-01,`];

    await expect(imported(memberships(...rows), true)).rejects.toThrow(
      /Row 3 of framework-memberships, startsOn, must not be before the framework/,
    );
  });
});

describe('rows that cannot be used', () => {
  const good = `GOOD-01,${provider},${urn},2026-01-01,2027-12-31,2,1,9,9000`;

  test.each([
    [
      'a provider that is not in the register',
      `B,Nobody at all,,2026-01-01,2027-12-31,2,1,9,9000`,
      'provider',
    ],
    ['a real provider', `B,Keys Child Care Limited,,2026-01-01,2027-12-31,2,1,9,9000`, 'provider'],
    [
      'a URN that is not in the register',
      `B,${provider},9999999,2026-01-01,2027-12-31,2,1,9,9000`,
      'urn',
    ],
    ['no last day', `B,${provider},${urn},2026-01-01,,2,1,9,9000`, 'ends_on'],
    ['an end before the start', `B,${provider},${urn},2026-01-01,2025-12-31,2,1,9,9000`, 'ends_on'],
    [
      'more beds occupied than there are',
      `B,${provider},${urn},2026-01-01,2027-12-31,2,3,9,9000`,
      'occupied',
    ],
  ])(
    'are told with row and column, and nothing of the file is done: %s',
    async (_what, line, column) => {
      const { applied, problems } = await imported(contracts(good, line), true);

      expect(applied).toBe(false);
      expect(problems).toMatchObject([{ row: 3, column }]);
      expect((await known()).map(({ reference }) => reference)).not.toContain('GOOD-01');
    },
  );

  test.each([
    ['a framework that is not known', `NOWHERE,1,,${provider},,2026-05-01,`, 'framework'],
    ['a lot that it has not', `CCS072,9,,${provider},,2026-05-01,`, 'lot'],
    ['a tier that it has not', `CCS072,1,2,${provider},,2026-05-01,`, 'tier'],
  ])('are told of memberships, too: %s', async (_what, line, column) => {
    const { applied, problems } = await imported(memberships(line), true);

    expect(applied).toBe(false);
    expect(problems).toMatchObject([{ row: 2, column }]);
  });

  test('are nobody else’s: another’s authority is refused', async () => {
    await expect(imported(contracts(good), true, 'commissioner.derby')).rejects.toThrow(
      /one that you answer for/,
    );
  });

  test('are named where the rules for contracts refuse one', async () => {
    const early = `LATE-01,${provider},${urn},2020-01-01,2020-12-31,2,1,9,9000`;

    await expect(imported(contracts(good, early), true)).rejects.toThrow(
      /Row 3 of block-contracts: month must be within the contract/,
    );
    expect((await known()).map(({ reference }) => reference)).not.toContain('GOOD-01');
  });
});

describe('what files may hold', () => {
  const TABLES = '{ purchaseTables { name columns { name example } } }';

  test('is told by table and column', async () => {
    const { data } = await app.as<{ purchaseTables: { name: string; columns: object[] }[] }>(
      buyer,
      TABLES,
    );

    expect(data?.purchaseTables.map(({ name, columns }) => [name, columns.length])).toEqual([
      ['framework-memberships', 9],
      ['block-contracts', 11],
      ['placements-by-provider', 9],
    ]);
  });

  test('is for those who record contracts', async () => {
    expect(refusalOf(await app.as('placement-officer.derby', TABLES))).toMatch(/^FORBIDDEN: /);
  });
});
