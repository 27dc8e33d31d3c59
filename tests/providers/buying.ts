import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeEach } from 'vitest';
import { arrangeAgreement, forgetAgreements, usual } from '../sharing/agreements.ts';
import type { Answer, TestApp } from '../testkit/app.ts';
import { globalId, refusalOf } from '../testkit/requests.ts';
import { codes, fell, givenProvider, moss } from './use.ts';

/** When these tests take place. */
export const at = '2026-06-15T12:00:00Z';

/** A real owner of the register, with homes of its own. */
export const real = 'cambian-childcare-limited';

const tables = [
  'uplift_answer',
  'uplift_request',
  'call_off',
  'award_price',
  'service_offer',
  'framework_award',
  'block_contract_price',
  'block_contract_month',
  'block_contract_extension',
  'block_contract_service',
  'block_contract',
  'framework_notice',
  'framework_extension',
  'framework_date',
  'framework_buyer',
  'framework_tier',
  'framework_lot',
  'framework',
  'organisation_provider',
];

/** Forgets how anybody buys, and every agreement. */
export async function forgetBuying(db: Pool): Promise<void> {
  for (const table of tables) await db.query(`delete from ${table}`);
  await forgetAgreements(db);
}

/** Two fictitious owners; Brook Lane Care signs in for Moss Gate. */
export async function givenOwners(db: Pool): Promise<void> {
  const known = await db.query(`select from provider where "key" = $1`, [moss.key]);
  if (known.rowCount === 0) {
    await givenProvider(db, moss);
    await givenProvider(db, fell);
  }
  await db.query(
    `insert into organisation_provider (organisation_id, provider_id)
     select o.id, p.id from organisation o, provider p where o.slug = 'brook-lane-care' and p."key" = $1`,
    [moss.key],
  );
}

/** Before each test: nobody buys anything, and there are two fictitious owners. */
export function freshBuying(app: TestApp): void {
  beforeEach(async () => {
    await forgetBuying(app.db);
    await givenOwners(app.db);
  });
}

/** Derbyshire, or another, shows its providers to the hub, or to members, at a level. */
export const arrangeSight = (
  db: Pool,
  said: {
    readonly giver?: string;
    readonly recipient?: string;
    readonly level: string;
    readonly endsOn?: string;
  },
): Promise<void> =>
  arrangeAgreement(db, {
    id: randomUUID(),
    parties: ['d2n2', said.giver ?? 'derbyshire', 'nottinghamshire'].map((organisation) => ({
      organisation,
      signed: true,
    })),
    items: [
      {
        dataset: 'providers',
        recipient: said.recipient ?? 'HUB',
        level: said.level,
        historyMonths: 24,
      },
    ],
    endsOn: said.endsOn ?? usual.endsOn,
  });

/** Changes something as an account; `asked` are the fields of the answer. */
export const tried = (
  app: TestApp,
  account: string,
  change: { readonly mutation: string; readonly input: object; readonly asked?: string },
): Promise<Answer<Record<string, unknown>>> => {
  const type = `${change.mutation.charAt(0).toUpperCase()}${change.mutation.slice(1)}Input`;
  return app.as(
    account,
    `mutation ($input: ${type}!) { ${change.mutation}(input: $input) { ${change.asked ?? 'id version'} } }`,
    { input: change.input },
  );
};

/** The same; what it gives. @throws Error it was refused. */
export async function done<Result = { id: string; version: number }>(
  app: TestApp,
  account: string,
  change: Parameters<typeof tried>[2],
): Promise<Result> {
  const answer = await tried(app, account, change);
  if (answer.errors) throw new Error(refusalOf(answer));
  return answer.data?.[change.mutation] as Result;
}

/** What became of it: the refusal, or nothing. */
export const refused = async (...change: Parameters<typeof tried>): Promise<string> =>
  refusalOf(await tried(...change));

/** A framework as a test adds it: led by Derbyshire, bought by Derby and Nottingham too. */
export const usualFramework = {
  reference: 'T-1',
  title: 'A test of frameworks',
  leadText: 'Derbyshire County Council',
  lead: codes.derbyshire,
  services: ['RESIDENTIAL'],
  source: 'A test',
  startsOn: '2025-04-01',
  endsOn: '2029-03-31',
  openToNew: true,
  noticeMonths: 3,
  decisionLeadMonths: 18,
  buyers: [codes.derby, codes.nottingham],
  lots: [
    {
      number: '1',
      title: 'Standard',
      maximumWeeklyPrice: 6_000,
      tiers: [
        { number: 1, title: 'First', hoursToRespond: 24 },
        { number: 2, title: 'Second' },
      ],
    },
    { number: '2', title: 'Enhanced', maximumWeeklyPrice: 9_000 },
  ],
  dates: [{ kind: 'REOPENED', on: '2026-10-01' }],
  extensions: [{ months: 24, decideByMonths: 6 }],
};

export const lead = 'commissioner.derbyshire';
export const buyer = 'commissioner.derby';
export const bystander = 'commissioner.nottinghamshire';
export const hub = 'hub-analyst.d2n2';
export const ownProvider = 'provider.brook-lane-care';
export const otherProvider = 'provider.alder-and-ash-homes';

/** Who is on it: Moss Gate on both lots, Fell Side on the first; three memberships of two providers. */
export const usualAwards = [
  { lot: '1', tier: 1, provider: moss.key, startsOn: '2025-04-01', services: ['9990001'] },
  { lot: '2', provider: moss.key, startsOn: '2025-04-01', services: ['9990001', '9990002'] },
  { lot: '1', tier: 2, provider: fell.key, startsOn: '2025-04-01', services: ['9990003'] },
];

/** A framework, and the ids of its memberships in the order of `usualAwards`. */
export interface Framework {
  readonly id: string;
  readonly version: number;
  readonly awards: readonly string[];
}

/** A framework with its memberships. */
export async function givenFramework(app: TestApp, said: object = {}): Promise<Framework> {
  const added = await done(app, lead, {
    mutation: 'addFramework',
    input: { ...usualFramework, ...said },
  });
  const awards = await addedAwards(app, added, usualAwards);
  return { id: added.id, version: added.version + 1, awards };
}

/** Adds memberships to a framework; their ids in the order given. */
export async function addedAwards(
  app: TestApp,
  { id, version }: { id: string; version: number },
  awards: readonly object[],
): Promise<string[]> {
  const found = await done<{ id: string; lotNumber: string; provider: { key: string } }[]>(
    app,
    lead,
    {
      mutation: 'addFrameworkAwards',
      input: { framework: id, version, awards },
      asked: 'id lotNumber provider { key }',
    },
  );
  return (awards as typeof usualAwards).map(
    ({ lot, provider }) =>
      found.find((one) => one.lotNumber === lot && one.provider.key === provider)?.id ?? '',
  );
}

/** The id of a row, as the database knows it. */
export const rowOf = (id: string): string =>
  Buffer.from(id, 'base64').toString().split(':')[1] ?? '';

/** The id of something that does not exist. */
export const nothing = (type: string): string => globalId(type, randomUUID());

/** A block contract of Derby's with Moss Gate, with one month of use. */
export async function givenContract(app: TestApp, said: object = {}) {
  const added = await done(app, buyer, {
    mutation: 'addBlockContract',
    input: {
      authority: codes.derby,
      reference: 'BLOCK-T-1',
      provider: moss.key,
      beds: 4,
      startsOn: '2025-07-01',
      endsOn: '2027-06-30',
      noticeMonths: 6,
      services: ['9990001'],
      weeklyPrice: 4_200,
      spotWeeklyPrice: 5_600,
      extensions: [{ months: 12, decideByMonths: 3 }],
      ...said,
    },
  });
  return await done(app, buyer, {
    mutation: 'recordBlockMonth',
    input: { ...added, month: '2026-05', occupied: 3, voidDays: 31 },
  });
}

/** A call-off as a test records it: one placement of Derby's. */
export const usualCallOff = {
  authority: codes.derby,
  madeOn: '2026-06-01',
  method: 'DIRECT',
  placements: 1,
};

/** A call-off that an account records of an award, which `said` names; the latest of those it sees there. */
export async function givenCallOff(app: TestApp, account: string, said: object) {
  const award = await done<{ callOffs: { id: string; version: number }[] }>(app, account, {
    mutation: 'recordCallOff',
    input: { ...usualCallOff, ...said },
    asked: 'callOffs { id version }',
  });
  return award.callOffs[0] ?? { id: '', version: 0 };
}

/** A request of Moss Gate's for higher prices, handled by Derby. */
export const givenUplift = (app: TestApp, framework: string, said: object = {}) =>
  done(app, ownProvider, {
    mutation: 'requestUplift',
    input: {
      framework,
      provider: moss.key,
      askedOn: '2026-06-01',
      percent: 6.5,
      reason: 'Wages rose.',
      link: codes.derby,
      ...said,
    },
  });
