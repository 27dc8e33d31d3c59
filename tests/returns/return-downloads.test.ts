import { setTimeout as pass } from 'node:timers/promises';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import { returnWorkbook } from '@sufficiency/shared/returns/writing/return-files.ts';
import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { longestTurn } from '../testkit/longest-turn.ts';
import { refusalIn, send } from '../testkit/requests.ts';
import type { SeenReturn } from './returns.ts';
import { arrangeHubSight, demandFiles, derby, forgetReturns, submitted } from './returns.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
});

const download = (path: string, account = 'commissioner.derby') =>
  send(app, path, { headers: app.credentialsOf(account) });

const text = async (path: string, account?: string) => (await download(path, account)).text();

const FILES = 'id files { url markedUrl }';
const filesOf = (sent: SeenReturn) => sent['files'] as { url: string; markedUrl: string }[];

/** A workbook with something large in it that is no table, as pictures are. Unit: bytes. */
function padded(workbook: Uint8Array, more: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(workbook);
  const end = bytes.length - 22;
  const directory = bytes.readUInt32LE(end + 16);
  bytes.writeUInt32LE(directory + more, end + 16);
  const parts = [bytes.subarray(0, directory), Buffer.alloc(more), bytes.subarray(directory)];
  return new Uint8Array(Buffer.concat(parts));
}

const wrong = demandFiles(12).map(({ name, text: all }) => ({
  name,
  text: String(all).replace('PLANNED,12', 'PLANNED,=cmd|calc'),
}));

describe('a file that was sent', () => {
  test('is not marked where that would take too much memory, which a sentence tells', async () => {
    const row = { row: 2, cells: [derby, '2026-05', 'LATER', '12'] };
    const contents = new Map([['requests-by-notice', [row]]]);
    const workbook = padded(await returnWorkbook(formatOf('demand'), contents), 8_000_000);
    const sent = await submitted(app, [{ name: 'may.xlsx', text: workbook }], { fields: FILES });
    const [{ url = '', markedUrl = '' } = {}] = filesOf(sent);

    expect(await refusalIn(await download(markedUrl))).toMatch(
      /^400 BAD_USER_INPUT: This workbook is too large to be given back with its problems marked\. .*CSV/,
    );
    expect((await (await download(url)).arrayBuffer()).byteLength).toBe(workbook.length);
  });

  test('keeps nobody waiting while a long one is marked', async () => {
    const [{ text: line = '' } = {}] = demandFiles(12);
    const long = { name: 'long.csv', text: `${line}${',,,,\r\n'.repeat(500_000)}` };
    const sent = await submitted(app, [long], { fields: FILES });
    const url = filesOf(sent)[0]?.markedUrl ?? '';

    // Marked in one go, it takes seconds; so, a tenth of one.
    expect(await longestTurn(() => text(url))).toBeLessThan(1_000);
  });

  test('waits until one of two that the organisation fetches has left', async () => {
    const [{ text: line = '' } = {}] = demandFiles(12);
    const long = { name: 'long.csv', text: `${line}${',,,,\r\n'.repeat(200_000)}` };
    const sent = await submitted(app, [long], { fields: FILES });
    const url = filesOf(sent)[0]?.url ?? '';
    const [first, second] = await Promise.all([download(url), download(url)]);
    const third = download(url);

    expect(await Promise.race([third, pass(500)])).toBeUndefined();
    expect(await first?.text()).toBe(long.text);
    expect(await (await third).text()).toBe(long.text);
    await second?.body?.cancel();
  });

  test('keeps nobody waiting where only its headers are asked for', async () => {
    const [{ text: line = '' } = {}] = demandFiles(12);
    const long = { name: 'long.csv', text: `${line}${',,,,\r\n'.repeat(200_000)}` };
    const sent = await submitted(app, [long], { fields: FILES });
    const url = filesOf(sent)[0]?.url ?? '';
    const headers = app.credentialsOf('commissioner.derby');
    const asked = () => send(app, url, { method: 'HEAD', headers });
    const [first, second] = await Promise.all([asked(), asked()]);

    expect([first?.status, second?.status]).toEqual([200, 200]);
    expect(await text(url)).toBe(long.text);
  });

  test('is given back as it was', async () => {
    const [first] = demandFiles(12);
    const sent = await submitted(app, demandFiles(12), { fields: FILES });

    const response = await download(filesOf(sent)[0]?.url ?? '');

    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="requests-by-type.csv"',
    );
    expect(await response.text()).toBe(first?.text);
  });

  test('of any name is given back under it', async () => {
    const files = [{ name: '../März 2026.csv', text: demandFiles(12)[0]?.text ?? '' }];
    const sent = await submitted(app, files, { fields: FILES });

    const response = await download(filesOf(sent)[0]?.url ?? '');

    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="M_rz 2026.csv"; filename*=UTF-8''M%C3%A4rz%202026.csv`,
    );
  });

  test('is given back with its problems beside the rows, where nothing can run', async () => {
    const sent = await submitted(app, wrong, { fields: FILES });

    const response = await download(filesOf(sent)[1]?.markedUrl ?? '');

    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="requests-by-notice marked.csv"',
    );
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toMatch(/,problems$/);
    expect(lines[1]).toMatch(/^E06000015,2026-05,PLANNED,"?'=cmd\|calc"?,"ERROR: /);
  });

  test('is given back as a workbook with its problems marked', async () => {
    const format = formatOf('demand');
    const row = { row: 2, cells: [derby, '2026-05', 'LATER', '12'] };
    const bytes = await returnWorkbook(format, new Map([['requests-by-notice', [row]]]));
    const sent = await submitted(app, [{ name: 'may.xlsx', text: new Uint8Array(bytes) }], {
      fields: FILES,
    });

    const response = await download(filesOf(sent)[0]?.markedUrl ?? '');

    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const sheet = sheets.find(({ name }) => name === 'requests-by-notice');
    expect(sheet?.cells?.get('1,2')?.comment?.text).toContain('It says “LATER”');
    expect(sheets.map(({ name }) => name)).toContain('Problems');
  });

  test.each(['commissioner.nottingham', 'hub-analyst.d2n2'])(
    'is not there for %s',
    async (account) => {
      const sent = await submitted(app, demandFiles(12), { fields: FILES });
      await approvedAs(sent);

      expect(await refusalIn(await download(filesOf(sent)[0]?.url ?? '', account))).toMatch(
        /^404 NOT_FOUND: There is no file/,
      );
    },
  );

  test('is told to the log when it is downloaded', async () => {
    const sent = await submitted(app, demandFiles(12), { fields: FILES });
    await emptyLogs(app);

    await download(filesOf(sent)[0]?.url ?? '');

    expect(await logOf(app, 'derby')).toMatchObject([
      {
        type: 'return.downloaded',
        details: { dataset: 'demand', authorities: [derby], file: 'csv' },
      },
    ]);
  });

  test.each([
    '/exports/returns/x/files/1',
    '/exports/returns/00000000-0000-4000-8000-000000000000/files/0',
  ])('is not found at %s', async (path) => {
    expect(await refusalIn(await download(path))).toMatch(/^404 NOT_FOUND: /);
  });
});

/** The database says what an approver would have brought about. */
const approvedAs = (_sent: SeenReturn) =>
  app.db.query(`update "return" set status = 'APPROVED', approved_at = now(), attestation = 'a',
    approved_by = (select id from account where name = 'approver.derby')`);

describe('what helps to send a return', () => {
  test('is a workbook to fill in', async () => {
    const response = await download('/exports/return-template.xlsx?dataset=demand');

    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect(sheets.map(({ name }) => name)).toContain('requests-by-outcome');
    expect(response.headers.get('content-disposition')).toContain('demand-template.xlsx');
  });

  test('is a CSV file to fill in', async () => {
    expect(
      await text('/exports/return-template.csv?dataset=demand&table=requests-by-notice'),
    ).toMatch(/^authority_code,period,notice,requests\r\nEXAMPLE,/);
  });

  test('is a CSV file of what no return has, too', async () => {
    expect(
      await text('/exports/return-template.csv?dataset=providers&table=placements-by-provider'),
    ).toMatch(
      /^authority_code,period,provider,urn,host_authority,service,sourcing,placements,weekly_cost\r\nEXAMPLE,2026-09,Example Care Limited,/,
    );
  });

  test('is a description that machines read', async () => {
    const described = JSON.parse(await text('/exports/datapackage.json'));

    expect(described.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(described.resources.length).toBeGreaterThan(20);
  });

  test('is a calendar of deadlines', async () => {
    const calendar = await text('/exports/return-calendar.ics?consortium=d2n2');

    expect(calendar).toContain('UID:d2n2-beds-2026-05@sufficiency-exchange\r\n');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20260605\r\n');
    expect(calendar).toContain('UID:d2n2-costs-2027-05@sufficiency-exchange\r\n');
    expect(calendar).not.toContain('2026-04@');
  });

  test.each([
    ['/exports/return-template.xlsx', '400 BAD_USER_INPUT: Give “dataset”.'],
    [
      '/exports/return-template.csv?dataset=demand&table=x',
      '400 BAD_USER_INPUT: The tables of demand are requests-by-type, requests-by-notice, requests-by-outcome.',
    ],
    [
      '/exports/datapackage.json?a=1',
      '400 BAD_USER_INPUT: There is no parameter “a”. There are none.',
    ],
    ['/exports/return-calendar.ics?consortium=x', '404 NOT_FOUND: There is no consortium “x”.'],
  ])('is refused: %s', async (path, sentence) => {
    expect(await refusalIn(await download(path))).toBe(sentence);
  });

  test('is for those who read returns', async () => {
    expect(await refusalIn(await download('/exports/datapackage.json', 'reviewer.d2n2'))).toBe(
      '403 FORBIDDEN: The role “reviewer” may not read returns.',
    );
  });
});
