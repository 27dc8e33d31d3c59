import { beforeEach, describe, expect, test } from 'vitest';
import { sendFiles } from '../providers/importing.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId } from '../testkit/requests.ts';
import { arrangeFosteringRecords, codes, givenEnquiries } from './arranged.ts';
import {
  at,
  freshEnquiries,
  hub,
  neighbour,
  owner,
  refused,
  sentInVain,
  usualEnquiry,
} from './enquiring.ts';
import { crmFile } from './enquiry-files.ts';

const app = await testApp({ clock: clockAt(at) });
freshEnquiries(app);

/** A cursor behind the last of a list. */
const beyond = globalThis.btoa('OffsetConnection:1000');

const nul = '\u0000';

describe('text that the database cannot hold', () => {
  test.each<[string, object]>([
    ['reference', { reference: nul }],
    ['sources', { sources: [nul] }],
    ['campaigns', { campaigns: [nul] }],
    ['householdTypes', { householdTypes: [nul] }],
    ['consortium', { consortium: nul }],
  ])('in the filter %s finds nothing, or is refused', async (_field, filter) => {
    const { errors } = await app.as(
      hub,
      'query ($filter: EnquiryFilter) { enquiries(filter: $filter) { totalCount edges { node { id } } } }',
      { filter },
    );

    expect(errors?.map(({ extensions: { code } }) => code)).not.toContain('INTERNAL');
  });

  test.each([
    [
      'fosteringTargets',
      '($said: String!) { fosteringTargets(consortium: "d2n2", year: $said) { year } }',
    ],
    [
      'fosteringForecasts',
      '($said: String!) { fosteringForecasts(consortium: "d2n2", year: $said) { year } }',
    ],
    [
      'fosteringHouseholds',
      '($said: String!) { fosteringHouseholds(householdType: $said) { totalCount } }',
    ],
    [
      'fosteringStages',
      '($said: String!) { fosteringStages(consortium: $said) { current { version } } }',
    ],
    ['fosteringDay', '($said: String!) { fosteringDay(consortium: $said) { open } }'],
    ['enquiryTransfers', '($said: String!) { enquiryTransfers(consortium: $said) { totalCount } }'],
  ])('asked of %s is refused, or finds nothing', async (_what, query) => {
    const { errors } = await app.as(hub, `query ${query}`, { said: nul });

    expect(errors?.map(({ extensions: { code } }) => code) ?? []).not.toContain('INTERNAL');
  });

  test('as a reference of an event is refused', async () => {
    const events = [{ reference: nul, kind: 'APPLICATION', on: '2026-01-06' }];

    expect(await sentInVain(app, hub, { events })).toMatch(/^BAD_USER_INPUT/);
  });
});

describe('too much', () => {
  test('at once of one enquiry is refused', async () => {
    const events = Array.from({ length: 501 }, () => ({ kind: 'APPLICATION', on: '2026-01-06' }));
    const input = { ...usualEnquiry, events };

    expect(await refused(app, hub, { mutation: 'recordEnquiry', input })).toMatch(
      /500 events at most/,
    );
  });

  test('that is wrong with a file is told in part, with how much more there is', async () => {
    const columns = ['reference', 'household_type', 'received', 'first_response', 'area'];
    const rows = Array.from({ length: 500 }, () => 'Jane Smith,?,x,y,z');
    const query = `mutation ($input: ImportEnquiriesInput!) { importEnquiries(input: $input) { problems { row } moreProblems } }`;

    const { data } = await sendFiles<{
      importEnquiries: { problems: { row: number }[]; moreProblems: number };
    }>(app, hub, { ...crmFile([columns.join(), ...rows]), query });

    const { problems, moreProblems } = data?.importEnquiries ?? expect.fail();
    expect(problems).toHaveLength(200);
    expect(problems[0]?.row).toBe(2);
    expect(moreProblems).toBe(5 * 500 - 200);
  });

  test('in the header of a file is refused at once', async () => {
    const header = Array.from({ length: 30_000 }, (_, nth) => `c${nth}`).join(',');
    const { data } = await sendFiles<{ importEnquiries: { problems: object[] } }>(
      app,
      hub,
      crmFile([header]),
    );

    expect(data?.importEnquiries.problems.length).toBe(1);
  });
});

describe('how many there are', () => {
  beforeEach(() =>
    givenEnquiries(app.db, [
      { ref: 'R-1', of: 'derby', received: '2026-01-05' },
      { ref: 'R-2', of: 'nottingham', received: '2026-01-05' },
    ]),
  );

  test('of others, by an agreement, is told to their log', async () => {
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'RECORDS', historyMonths: 24 }],
    });
    const read = async (account: string, code: string) => {
      await app.db.query('truncate audit_event cascade');
      await app.as(
        account,
        `{ enquiries(after: "${beyond}", filter: { authorities: ["${code}"] }) { totalCount } }`,
      );
      const { rows } = await app.db.query(
        'select o.slug from audit_event e join organisation o on o.id = e.tenant_id',
      );
      return rows;
    };

    expect(await read(neighbour, codes.derby)).toEqual([{ slug: 'derby' }]);
    expect(await read(neighbour, codes.nottingham)).toEqual([]);
    expect(await read(owner, codes.derby)).toEqual([]);
  });
});

describe('how many transfers there are', () => {
  beforeEach(async () => {
    await givenEnquiries(app.db, [{ ref: 'R-1', of: 'derby', received: '2026-01-05' }]);
    await app.db.query(
      `insert into fostering_transfer (tenant_id, id, enquiry_id, from_authority_code, to_authority_code, "on", reason, version,
         recorded_at)
       select tenant_id, gen_random_uuid(), id, $1, $2, '2026-01-06', 'MOVED', 2, now() from fostering_enquiry`,
      [codes.derbyshire, codes.derby],
    );
  });

  test('of others, by an agreement, is told to their log though none is shown', async () => {
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'RECORDS', historyMonths: 24 }],
    });
    const counted = async (account: string) => {
      await app.db.query('truncate audit_event cascade');
      const { data } = await app.as<{ enquiryTransfers: { totalCount: number } }>(
        account,
        `{ enquiryTransfers(consortium: "d2n2", after: "${beyond}") { totalCount } }`,
      );
      const { rows } = await app.db.query<{ slug: string }>(
        'select o.slug from audit_event e join organisation o on o.id = e.tenant_id',
      );
      return { count: data?.enquiryTransfers.totalCount, told: rows.map(({ slug }) => slug) };
    };

    expect(await counted(neighbour)).toEqual({ count: 1, told: ['derby'] });
    expect(await counted(owner)).toEqual({ count: 1, told: [] });
    expect(await counted(hub)).toEqual({ count: 1, told: [] });
  });
});

test('an id that is none is no enquiry', async () => {
  const input = {
    authority: codes.derby,
    reference: 'H-1',
    enquiry: globalId('Enquiry', 'none'),
    householdType: 'MAINSTREAM',
    approvedOn: '2026-01-01',
    places: 1,
    carers: 1,
    youngestCarer: 'NK',
    ethnicity: 'NK',
    area: 'NK',
  };

  const { errors } = await app.as(
    owner,
    'mutation ($input: AddFosteringHouseholdInput!) { addFosteringHousehold(input: $input) { id } }',
    { input },
  );
  expect(errors?.[0]?.message).toMatch(/enquiry must be an approved one/);
});

test.each(['07700900123', '0044-7700-900123', '447700900123'])(
  'a telephone number is no campaign: %s',
  async (campaign) => {
    const input = { ...usualEnquiry, campaign };

    expect(await refused(app, hub, { mutation: 'recordEnquiry', input })).toMatch(/campaign/);
  },
);

test('a telephone number with its country’s code is no reference', async () => {
  const input = { ...usualEnquiry, reference: '0044-7700-900123' };

  expect(await refused(app, hub, { mutation: 'recordEnquiry', input })).toMatch(/telephone/);
});
