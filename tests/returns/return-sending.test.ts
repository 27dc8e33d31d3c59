import { randomUUID } from 'node:crypto';
import { writeXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { follow } from '../testkit/following.ts';
import { refusalOf } from '../testkit/requests.ts';
import type { SentText } from './returns.ts';
import {
  accepted,
  arrangeHubSight,
  demandFiles,
  derby,
  forgetReturns,
  statusesOf,
  submit,
  submitted,
  tellOff,
} from './returns.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock, connections: 10 });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
  clock.pass({ minutes: 1 });
});

const commissioner = 'commissioner.derby';

/** How a sending was refused. */
const refused = async (
  ...asked: Parameters<typeof submit> extends [unknown, ...infer Rest] ? Rest : never
) => refusalOf(await submit(app, ...asked));

/** How many rows each table that a sending fills has. */
async function stored(): Promise<Record<string, number>> {
  const { rows } = await app.db.query<Record<string, number>>(
    `select (select count(*) from "return")::int as returns, (select count(*) from return_row)::int as "rows",
       (select count(*) from return_file_part)::int as parts, (select count(*) from return_problem)::int as problems,
       (select count(*) from return_step)::int as steps`,
  );
  return rows[0] ?? {};
}

/** A workbook in which a number is a formula that was never calculated, and a text is long and ends within a letter. */
const unfinished = async (): Promise<SentText> => {
  const line = (...cells: readonly (string | null)[]) => [derby, '2026-05', ...cells];
  const rows = [
    ['authority_code', 'period', 'notice', 'requests'],
    line('PLANNED', null),
    line(`${'x'.repeat(99)}😀`, '12'),
  ];
  const cells = new Map([['1,3', { value: null, type: 'formula' as const, formula: '6*2' }]]);
  const workbook = await writeXlsx({ sheets: [{ name: 'requests-by-notice', rows, cells }] });
  return { name: 'may.xlsx', text: new Uint8Array(workbook) };
};

const nothing = { returns: 0, rows: 0, parts: 0, problems: 0, steps: 0 };

describe('what is sent', () => {
  test('is told its problems where cells hold what no text may', async () => {
    const { status, problems } = await submitted(app, [await unfinished()], {
      fields: 'status problems(first: 9) { edges { node { rule row } } }',
    });

    expect(status).toBe('PROBLEMS');
    expect(problems).toMatchObject({
      edges: [
        { node: { rule: 'returns/formula-without-result', row: 2 } },
        { node: { rule: 'returns/code-list', row: 3 } },
        {},
      ],
    });
  });

  test('is kept with its rows and the files themselves', async () => {
    const files = demandFiles(12);
    const sent = await submitted(app, files, {
      fields: `id tables { name count columns } files { nth name size keptUntil url markedUrl }
        rows(table: "requests-by-notice") { edges { node { row cells } } }`,
    });

    expect(sent).toMatchObject({
      tables: [
        { name: 'requests-by-type', count: 2 },
        { name: 'requests-by-notice' },
        { name: 'requests-by-outcome' },
      ],
      files: [
        { nth: 1, name: 'requests-by-type.csv', keptUntil: '2032-12-31' },
        { nth: 2 },
        { nth: 3 },
      ],
      rows: {
        edges: [
          { node: { row: 2, cells: [derby, '2026-05', 'PLANNED', '12'] } },
          { node: { row: 3, cells: [derby, '2026-05', 'TOTAL', '12'] } },
        ],
      },
    });
    const { rows } = await app.db.query<{ text: string }>(
      `select convert_from(p.bytes, 'UTF8') as text from return_upload u
       join return_file_part p using (tenant_id, content_hash) order by u.nth`,
    );
    expect(rows.map(({ text }) => text)).toEqual(files.map(({ text }) => text));
  });

  test('is told to the log', async () => {
    await emptyLogs(app);

    const sent = await submitted(app, demandFiles(12));

    expect(await logOf(app, 'derby')).toMatchObject([
      {
        type: 'return.received',
        account: commissioner,
        details: { dataset: 'demand', periods: ['2026-05'] },
      },
      { type: 'return.submitted', account: commissioner },
    ]);
    expect(await logOf(app, 'd2n2')).toEqual([]);
    expect(sent.version).toBe(1);
  });

  test('has one effect however often it comes', async () => {
    const first = await submitted(app, demandFiles(12));
    const before = await stored();

    const again = await submitted(app, demandFiles(12));

    expect(again).toEqual(first);
    expect(await stored()).toEqual(before);
  });

  test('has one effect when it comes five times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        submitted(app, demandFiles(12), { idempotencyKey: 'may-2026-1' }),
      ),
    );

    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await statusesOf(app)).toEqual(['1 SUBMITTED']);
  });

  test('is found again by its key, even after later versions', async () => {
    const first = await submitted(app, demandFiles(12), { idempotencyKey: 'may-2026-1' });
    await submitted(app, demandFiles(13));

    const again = await submitted(app, demandFiles(12), { idempotencyKey: 'may-2026-1' });

    expect(again).toMatchObject({ id: first.id, status: 'SUPERSEDED' });
  });

  test('is refused under a key that stands for something else', async () => {
    await submitted(app, demandFiles(12), { idempotencyKey: 'may-2026-1' });

    expect(await refused(commissioner, demandFiles(13), { idempotencyKey: 'may-2026-1' })).toMatch(
      /^CONFLICT: This idempotency key was used for another return/,
    );
    expect(await statusesOf(app)).toEqual(['1 SUBMITTED']);
  });

  test('of two people at once: one wins, and the other is told by whom', async () => {
    const answers = await Promise.all([
      submit(app, commissioner, demandFiles(12), { afterVersion: 0 }),
      submit(app, 'placement-officer.derby', demandFiles(13), { afterVersion: 0 }),
    ]);

    const refusals = answers.map(refusalOf).filter(Boolean);
    expect(refusals).toEqual([
      expect.stringMatching(
        /^CONFLICT: Version 1 was sent meanwhile by (commissioner|placement-officer)\.derby on 15 June 2026/,
      ),
    ]);
    expect(await statusesOf(app)).toEqual(['1 SUBMITTED']);
  });

  test('after a version that the sender had not seen is refused', async () => {
    await submitted(app, demandFiles(12));

    expect(await refused('placement-officer.derby', demandFiles(13), { afterVersion: 0 })).toMatch(
      /^CONFLICT: Version 1 was sent meanwhile by commissioner\.derby/,
    );
    expect((await submitted(app, demandFiles(13), { afterVersion: 1 })).version).toBe(2);
  });

  test('can be followed while it is worked on', async () => {
    const key = randomUUID();
    const followed = await follow(app, commissioner, {
      query: 'subscription ($key: ID!) { returnProgress(key: $key) { stage returnId } }',
      variables: { key },
    });
    expect(await followed.next()).toEqual({ data: { returnProgress: null } });

    const sent = await submitted(app, demandFiles(12), { progressKey: key });

    const stages = await tellOff(followed, 'done');
    expect(stages.at(-1)).toEqual({ stage: 'done', returnId: sent.id });
    expect(sent.status).toBe('SUBMITTED');
    await followed.leave();
  });
});

describe('nothing is kept of', () => {
  const child = { name: 'children.csv', text: 'CHILD,DOB,PL\r\n1,2012-01-01,U1\r\n' };
  const [byType] = demandFiles(12);
  const otherTable = { name: 'a.csv', text: 'a,b\r\n1,2\r\n' };
  const notes = 'Note,of many\r\n'.repeat(42);
  const childFarDown = { name: 'b.csv', text: `${notes}CHILD,SEX,DOB,UPN\r\n1,2,3,4\r\n` };
  const cutWorkbook = { name: 'a.xlsx', text: 'PK\u0003\u0004 and no more' };

  test.each([
    ['a file with child-level columns', [child], /^BAD_USER_INPUT: .*(child|CHILD)/],
    [
      'a good file beside one with child-level columns',
      [...demandFiles(12), child],
      /^BAD_USER_INPUT: /,
    ],
    ['a workbook that was cut off', [cutWorkbook], /^BAD_USER_INPUT: .*(cut|end)/],
    ['a file of other headings', [otherTable], /^BAD_USER_INPUT: The headings of a\.csv are/],
    ['a good file beside one of other headings', [...demandFiles(12), otherTable], /headings of/],
    ['a file with child-level columns far down', [childFarDown], /^BAD_USER_INPUT: /],
    [
      'a file that is neither CSV nor XLSX',
      [{ name: 'a.pdf', text: '%PDF-1.7 and so on' }],
      /^BAD_USER_INPUT: /,
    ],
    ['an empty file', [{ name: 'a.csv', text: '' }], /^BAD_USER_INPUT: /],
  ])('%s', async (_what, files, sentence) => {
    expect(await refused(commissioner, files)).toMatch(sentence);
    expect(await stored()).toEqual(nothing);
  });

  test.each([
    [
      'another authority’s return',
      { authority: 'E06000018' },
      'BAD_USER_INPUT: You may send returns of E06000015 only.',
    ],
    [
      'a return of a month that has not ended',
      { period: '2026-06' },
      'BAD_USER_INPUT: 2026-06 has not ended: its return can be sent from the day after its end.',
    ],
    [
      'a return of a month that is none',
      { period: '2026-13' },
      'BAD_USER_INPUT: Write the month as YYYY-MM, for example 2026-09.',
    ],
    [
      'a return of a dataset that is none',
      { dataset: 'children' },
      'BAD_USER_INPUT: There is no such dataset. The datasets are placements, costs, providers, fostering, beds, demand.',
    ],
    [
      'a return that says two things',
      { nil: true },
      'BAD_USER_INPUT: Send files, or say “nil”, or say “noChange”: one of the three.',
    ],
    [
      'a return under a short key',
      { idempotencyKey: 'x' },
      'BAD_USER_INPUT: An idempotency key has 8 to 100 letters, digits, dots, colons or hyphens.',
    ],
    [
      'a return to follow by a key that is none',
      { progressKey: 'x' },
      'BAD_USER_INPUT: A progress key must be a UUID that you chose.',
    ],
  ])('%s', async (_what, input, sentence) => {
    expect(
      await refused(
        commissioner,
        [byType].flatMap((file) => file ?? []),
        input,
      ),
    ).toBe(sentence);
    expect(await stored()).toEqual(nothing);
  });

  test('the rows of a file with errors, which itself is kept', async () => {
    const files = demandFiles(12).map(({ name, text }) => ({
      name,
      text: `${text}E06000018,2026-05,SHORT,1\r\n`,
    }));

    const sent = await submitted(app, files, {
      fields: 'status problems(severity: ERROR) { edges { node { rule } } }',
    });

    expect(sent).toMatchObject({
      status: 'PROBLEMS',
      problems: { edges: expect.arrayContaining([{ node: { rule: 'returns/other-authority' } }]) },
    });
    expect(await stored()).toMatchObject({ returns: 1, rows: 0, parts: 3 });
  });
});

describe('a return without files', () => {
  test('that says that nothing happened is zero in every count', async () => {
    const sent = await submitted(app, [], {
      files: undefined,
      nil: true,
      fields: 'kind status figures { indicator { key } now { text } }',
    });

    expect(sent).toMatchObject({ kind: 'NIL', status: 'SUBMITTED' });
    expect(sent['figures']).toContainEqual({
      indicator: { key: 'placement-requests-month' },
      now: { text: '0' },
    });
  });

  test('that says that nothing changed needs a month before', async () => {
    expect(await refused(commissioner, [], { files: undefined, noChange: true })).toBe(
      'BAD_USER_INPUT: No return of 2026-04 is in use, so there is nothing to be unchanged.',
    );
  });

  test('that says that nothing changed takes over what there was at the end of the month before', async () => {
    await accepted(app, demandFiles(12, '2026-04'), { period: '2026-04' });

    const sent = await submitted(app, [], {
      files: undefined,
      noChange: true,
      fields: 'kind figures { indicator { key } now { text } before { text } change }',
    });

    expect(sent).toMatchObject({ kind: 'NO_CHANGE' });
    expect(sent['figures']).toContainEqual({
      indicator: { key: 'placement-requests-month' },
      now: { text: '0' },
      before: { text: '12' },
      change: -12,
    });
  });
});

test('a table that is sent without rows says that there are none', async () => {
  const text = `authority_code,period,urn,provision_type,provider_sector,registered_beds,operational_beds,usable_beds\r\n`;

  const sent = await submitted(app, [{ name: 'homes.csv', text }], {
    dataset: 'beds',
    fields: 'figures { indicator { key } now { text } }',
  });

  expect(sent['figures']).toContainEqual({
    indicator: { key: 'home-beds-registered-month-end' },
    now: { text: '0' },
  });
});
