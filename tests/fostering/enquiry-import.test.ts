import { describe, expect, test } from 'vitest';
import { sendFiles } from '../providers/importing.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { send } from '../testkit/requests.ts';
import { at, done, freshEnquiries, hub, owner, refused } from './enquiring.ts';
import { crmFile, givenFosteringReturn } from './enquiry-files.ts';

const app = await testApp({ clock: clockAt(at) });
freshEnquiries(app);

interface Imported {
  readonly importEnquiries: {
    readonly applied: boolean;
    readonly problems: readonly { row: number | null; column: string | null; message: string }[];
    readonly items: readonly { reference: string; outcome: string; recorded: number }[];
  };
}

const imported = async (account: string, lines: readonly string[], apply = true) =>
  (await sendFiles<Imported>(app, account, crmFile(lines, apply))).data?.importEnquiries;

const kept = async () => {
  const { rows } = await app.db.query<{ line: string }>(
    `select concat_ws(' ', e.reference, e.authority_code, e.received_on, e.closed_on,
       (select count(*) from fostering_event v where v.enquiry_id = e.id)) as line
     from fostering_enquiry e order by e.reference`,
  );
  return rows.map(({ line }) => line);
};

const header =
  'Reference,Authority,Household type,Source,Received,First response,Application,Approval,Withdrawn,Withdrawal reason';
const file = [
  header,
  'F-1,Derby,MAINSTREAM,Social media,05/01/2026,06/01/2026,02/02/2026,20/05/2026,,',
  'F-2,E06000018,Short breaks,WEB,7 Jan 2026,,,,01/02/2026,AW4',
  'F-3,,SUPPORTED-LODGINGS,,2026-01-09,,,01/06/2026,,',
];

describe('a file of a CRM', () => {
  test('is looked at first, then taken, and taken again without effect', async () => {
    const looked = await imported(hub, file, false);
    expect(looked).toMatchObject({ applied: false, problems: [] });
    expect(await kept()).toEqual([]);

    expect((await imported(hub, file))?.items).toEqual([
      { row: 2, reference: 'F-1', outcome: 'NEW', recorded: 4, questions: [] },
      { row: 3, reference: 'F-2', outcome: 'NEW', recorded: 2, questions: [] },
      {
        ...{ row: 4, reference: 'F-3', outcome: 'NEW', recorded: 1 },
        questions: [
          '“Approval” on 1 June 2026: there is no “Application” before it. Was that not recorded?',
        ],
      },
    ]);
    expect(await kept()).toEqual([
      'F-1 E06000015 2026-01-05 2026-05-20 4',
      'F-2 E06000018 2026-01-07 2026-02-01 2',
      'F-3 2026-01-09 1',
    ]);
    expect((await imported(hub, file))?.items.map(({ outcome }) => outcome)).toEqual([
      'UNCHANGED',
      'UNCHANGED',
      'UNCHANGED',
    ]);
  });

  test('adds what happened since to enquiries that are known', async () => {
    await imported(hub, file);
    const later = [header, 'F-2,,Short breaks,WEB,7 Jan 2026,08/01/2026,,,01/02/2026,AW4'];

    expect((await imported(hub, later))?.items).toMatchObject([
      { outcome: 'CHANGED', recorded: 1 },
    ]);
  });

  test('with anything wrong is not taken: all of it is told by row and column', async () => {
    const said = await imported(hub, [
      header,
      'F-1,Derby,MAINSTREAM,WEB,05/01/2026,,,,,',
      'Jane Smith,Derby,MAINSTREAM,WEB,05/01/2026,,,,,',
      'F-3,Atlantis,MAINSTREAM,TV,05/13/2026,,,,,',
      'F-4,Birmingham,MAINSTREAM,WEB,05/01/2026,,01/07/2026,,,',
      'F-1,Derby,MAINSTREAM,WEB,05/01/2026,,,,,',
    ]);

    expect(said?.applied).toBe(false);
    expect(said?.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 reference',
      '4 source',
      '4 received',
      '4 authority',
      '6 reference',
      '5 authority',
      '5 application',
    ]);
    expect(await kept()).toEqual([]);
  });

  test('with a column that is not known is refused, so that no name comes in', async () => {
    const said = await imported(hub, [
      `${header},Surname`,
      'F-1,,MAINSTREAM,,05/01/2026,,,,,,Smith',
    ]);

    expect(said).toMatchObject({
      applied: false,
      problems: [{ row: 1, column: 'Surname', message: expect.stringContaining('leave it out') }],
    });
  });

  test('has a template, which is read as having nothing in it', async () => {
    const response = await send(app, '/exports/enquiries-template.csv', {
      headers: app.credentialsOf(hub),
    });
    const lines = (await response.text()).trim().split('\r\n');

    expect(lines[0]).toContain('reference,authority,household_type,source');
    expect(await imported(hub, lines)).toEqual({ applied: true, problems: [], items: [] });
  });
});

describe('a return of recruitment', () => {
  const take = (id: string, apply: boolean) => ({
    mutation: 'takeEnquiriesFromReturn',
    input: { return: id, apply },
    asked: 'applied problems { row column message } items { reference outcome recorded }',
  });

  test('gives its events to enquiries of the authority’s own, once', async () => {
    const id = await givenFosteringReturn(app, [
      ['F-0012', 'ENQUIRY', '2024-03-02'],
      ['F-0012', 'VISIT', '2024-03-20'],
      ['F-0013', 'ENQUIRY', '2024-03-05'],
    ]);

    expect(await done(app, owner, take(id, false))).toMatchObject({ applied: false });
    expect(await done(app, owner, take(id, true))).toEqual({
      ...{ applied: true, problems: [] },
      items: [
        { reference: 'F-0012', outcome: 'NEW', recorded: 2 },
        { reference: 'F-0013', outcome: 'NEW', recorded: 1 },
      ],
    });
    expect(await kept()).toEqual([
      'F-0012 E06000015 2024-03-02 2',
      'F-0013 E06000015 2024-03-05 1',
    ]);
    expect(await done(app, owner, take(id, true))).toMatchObject({
      items: [{ outcome: 'UNCHANGED' }, { outcome: 'UNCHANGED' }],
    });
  });

  test('with an event of an enquiry that nobody received is told so, and is not taken', async () => {
    const id = await givenFosteringReturn(app, [
      ['F-0012', 'ENQUIRY', '2024-03-02'],
      ['F-0014', 'APPROVAL', '2024-03-20'],
      ['F-0015', 'DEREGISTERED', '2024-03-20'],
    ]);

    expect(await done(app, owner, take(id, true))).toMatchObject({
      applied: false,
      problems: [{ row: 3, column: 'reference' }],
    });
    expect(await refused(app, 'commissioner.nottingham', take(id, true))).toMatch(
      /^(NOT_FOUND|BAD)/,
    );
    expect(await kept()).toEqual([]);
  });

  test('that is too long to be taken whole is refused, not taken in part', async () => {
    const id = await givenFosteringReturn(
      app,
      Array.from({ length: 10_001 }, (_, row) => [`F-${row}`, 'ENQUIRY', '2024-03-02']),
    );

    expect(await refused(app, owner, take(id, true))).toMatch(/more than 10000 events/);
    expect(await kept()).toEqual([]);
  });
});
