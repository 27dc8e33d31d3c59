import { beforeAll, describe, expect, inject, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { send } from '../testkit/requests.ts';
import type { Framework } from './buying.ts';
import {
  arrangeSight,
  at,
  buyer,
  done,
  forgetBuying,
  givenContract,
  givenFramework,
  givenOwners,
  givenUplift,
  lead,
} from './buying.ts';
import { codes } from './use.ts';

const app = await testApp({ clock: clockAt(at) });

/** Prices and answers that nobody would write by chance, and whose they are. */
const canaries = {
  '4321.07': 'derbyshire',
  '4322.09': 'derby',
  '4323.11': 'derby',
  '4324.13': 'derby',
  '5417.19': 'derby',
  '2.37': 'derby',
} as const;

const everything = `
  query ($framework: ID!, $awards: [ID!]!, $contract: ID!, $uplift: ID!) {
    frameworks { totalCount edges { node { ...F } } }
    framework(id: $framework) { ...F }
    nodes(ids: $awards) { ...A }
    contract: node(id: $contract) { ...C }
    uplift: node(id: $uplift) { ...U }
    service(urn: "9990001") { awards { ...A } }
  }
  fragment F on Framework {
    id reference value countsExplained lotMemberships { value why } lots { maximumWeeklyPrice }
    awards { totalCount edges { cursor node { ...A } } }
  }
  fragment A on FrameworkAward {
    id tenderedWeeklyPrice priceWhy prices { need weeklyPrice version }
    callOffs { madeOn placements weeklyPrice } viewerCanPrice why
  }
  fragment C on BlockContract {
    id weeklyPrice spotWeeklyPrice months { voidDays } breakEven { occupancy costOfUsedWeek sentence } why
  }
  fragment U on UpliftRequest { id percent grantedPercent answers { grantedPercent note fromOn } }
`;

const asStaff = `
  { contracts { totalCount edges { node { id weeklyPrice spotWeeklyPrice breakEven { sentence } } } }
    uplifts { totalCount edges { node { answers { grantedPercent note } } } }
    recommissioning(consortium: "d2n2") { sentence items { title dates { sentence } contract { weeklyPrice } }
      overlaps { sentence contract { weeklyPrice breakEven { sentence } } } } }`;

describe('a price', () => {
  let framework: Framework;
  let ids: Record<string, unknown>;

  beforeAll(async () => {
    await forgetBuying(app.db);
    await givenOwners(app.db);
    framework = await givenFramework(app);
    const [award] = framework.awards;
    const priced = (account: string, weeklyPrice: number) =>
      done(app, account, { mutation: 'setAwardPrice', input: { award, weeklyPrice } });
    await priced(lead, 4321.07);
    await priced(buyer, 4322.09);
    await done(app, buyer, {
      mutation: 'recordCallOff',
      input: {
        award,
        authority: codes.derby,
        madeOn: '2026-06-01',
        method: 'DIRECT',
        placements: 1,
        weeklyPrice: 4323.11,
      },
    });
    const contract = await givenContract(app, { weeklyPrice: 4324.13, spotWeeklyPrice: 5417.19 });
    const uplift = await givenUplift(app, framework.id);
    await done(app, buyer, {
      mutation: 'answerUplift',
      input: {
        id: uplift.id,
        authority: codes.derby,
        grantedPercent: 2.37,
        fromOn: '2026-07-01',
        note: 'Canary of Derby.',
      },
    });
    // As much as can be shared is shared with everybody who can be given it.
    for (const giver of ['derbyshire', 'derby']) {
      await arrangeSight(app.db, { giver, level: 'RECORDS' });
      await arrangeSight(app.db, { giver, recipient: 'MEMBERS', level: 'RECORDS' });
    }
    ids = {
      framework: framework.id,
      awards: framework.awards,
      contract: contract.id,
      uplift: uplift.id,
    };
  });

  /** Everything an account is told, by whatever path, refusals included. */
  const bytesFor = async (account: string): Promise<string> => {
    const [award] = framework.awards;
    const change = (input: object) =>
      app.as(
        account,
        `mutation ($input: SetAwardPriceInput!) { setAwardPrice(input: $input) { ...A } }
         fragment A on FrameworkAward { prices { weeklyPrice } }`,
        { input: { award, weeklyPrice: 9_999_999, ...input } },
      );
    const calendar = await send(app, '/exports/recommissioning/d2n2.ics', {
      headers: app.credentialsOf(account),
    });
    const lower = await app.as(
      account,
      `mutation ($input: ChangeFrameworkInput!) { changeFramework(input: $input) { id } }`,
      {
        input: {
          id: framework.id,
          version: framework.version + 1,
          lots: [{ number: '1', title: 'L', maximumWeeklyPrice: 1 }],
        },
      },
    );
    return JSON.stringify([
      await app.as(account, everything, ids),
      await app.as(account, asStaff),
      await change({}),
      await change({ version: 7 }),
      lower,
      await calendar.text(),
    ]);
  };

  const leaked = (bytes: string, organisation: string) =>
    Object.entries(canaries)
      .filter(([canary, owner]) => owner !== organisation && bytes.includes(canary))
      .map(([canary]) => canary);

  test.each([
    [lead, ['4321.07']],
    [buyer, ['4322.09', '4323.11', '4324.13', '5417.19', '2.37']],
    ['placement-officer.derby', ['4322.09', '4323.11', '4324.13', '5417.19', '2.37']],
  ])('is seen by %s as far as it is its own organisation’s', async (account, prices) => {
    const bytes = await bytesFor(account);

    expect(Object.keys(canaries).filter((canary) => bytes.includes(canary))).toEqual(
      Object.keys(canaries).filter((canary) => prices.includes(canary)),
    );
  });

  test('reaches no other account there is, by any path', async () => {
    const accounts = Object.keys(inject('cluster').tokens);
    const found: string[] = [];
    for (const account of accounts) {
      const [, organisation = ''] = account.split('.');
      const bytes = await bytesFor(account);
      if (bytes.includes('Canary of Derby') && organisation !== 'derby') found.push(account);
      found.push(...leaked(bytes, organisation).map((canary) => `${account} ${canary}`));
    }

    expect(accounts.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  test('is not in the log either', async () => {
    const { rows } = await app.db.query('select * from audit_event');
    const log = JSON.stringify(rows);

    expect(Object.keys(canaries).filter((canary) => log.includes(canary))).toEqual([]);
  });
});
