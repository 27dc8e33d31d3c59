import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import type { SeenRelease } from '../releases/releases.ts';
import { changed, published, ready, testWorker } from '../releases/releases.ts';
import { testApp } from '../testkit/app.ts';
import { refusalIn, send } from '../testkit/requests.ts';

const app = await testApp();
const worker = testWorker(app);
const derby = 'commissioner.derby';

let release: SeenRelease;
beforeAll(async () => {
  // An authority whose name a spreadsheet would run.
  await app.db.query(`update authority set name = '=1+1' where code = 'E06000018'`);
  release = await published(app, worker);
});

const file = (account: string, path = `${release.key}.csv`) =>
  send(app, `/exports/releases/${path}`, { headers: app.credentialsOf(account) });

const linesOf = async (response: Response): Promise<string[]> =>
  (await response.text()).trim().split('\n');

describe('a release as CSV', () => {
  test('has one figure a row, each marked synthetic, with its release, audience and version', async () => {
    const response = await file(derby);

    const [head, ...lines] = await linesOf(response);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[a-z-]+-d2n2-may-2026-for-members-version-1\.csv"$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(head).toBe(
      '\uFEFFtable,title,codes,label,subject,gss_code,period,value,symbol,text,unit,synthetic,why,release,audience,version,status'.slice(
        1,
      ),
    );
    expect(lines.length).toBeGreaterThan(200);
    expect(
      lines.filter(
        (line) =>
          !/,synthetic,.*,d2n2\/fostering\/2026-05\/members\/1,MEMBERS,1,PUBLISHED$/.test(line),
      ),
    ).toEqual([]);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^recruitment,Households by stage of recruitment,ENQUIRY\|MAINSTREAM,"Initial enquiry, [^"]+",Derby,E06000015,2026-05,,c,c,households,synthetic,"kept back so that/,
      ),
    );
  });

  test('holds nothing that a spreadsheet would run', async () => {
    const lines = await linesOf(await file(derby));

    expect(lines.filter((line) => line.includes(",'=1+1,"))).not.toEqual([]);
    expect(lines.filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([]);
  });
});

test('as XLSX it has a sheet of figures and one of notes with the rule and every symbol', async () => {
  const response = await file(derby, `${release.key}.xlsx`);
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const text = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n');

  expect(text).toContain('name="Release"');
  expect(text).toContain('orientation="landscape"');
  expect(text).toContain('Counts from 1 to 7 are kept back; others are to the nearest 5.');
  expect(text).toContain('c: confidential');
  expect(text).toContain('Figures marked synthetic are made up for a demonstration.');
});

describe('there is no file', () => {
  const missing = /^404 NOT_FOUND: There is no release “d2n2\/fostering\/2026-05\/members\/\d+”\.$/;

  test.each(['reviewer.d2n2', 'commissioner.coventry', 'provider.brook-lane-care'])(
    'for %s, who may not read the release, as of one that is not there',
    async (account) => {
      expect(await refusalIn(await file(account))).toMatch(missing);
      expect(await refusalIn(await file(account, 'd2n2/fostering/2026-05/members/77.csv'))).toMatch(
        missing,
      );
    },
  );

  test('of one that is withdrawn, even for its hub', async () => {
    const draft = await ready(app, worker);
    expect((await file('hub-analyst.d2n2', `${draft.key}.csv`)).status).toBe(200);
    await changed(app, 'withdrawRelease', draft);

    expect(await refusalIn(await file('hub-analyst.d2n2', `${draft.key}.csv`))).toMatch(missing);
  });

  test('with a parameter that would be passed over', async () => {
    expect(await refusalIn(await file(derby, `${release.key}.csv?table=recruitment`))).toMatch(
      /^400 BAD_USER_INPUT: There is no parameter “table”/,
    );
  });
});

test('a download is in the log of who made it and of everybody whose figures are in it', async () => {
  await emptyLogs(app);
  await file(derby);

  const [own, others] = [await logOf(app, 'derby'), await logOf(app, 'nottingham')];

  expect(own).toMatchObject([
    {
      type: 'figures.exported',
      account: derby,
      details: { file: 'csv', dataset: 'fostering', periods: ['2026-05'], audience: 'MEMBERS' },
    },
  ]);
  expect(others).toMatchObject([
    { type: 'figures.exported', account: derby, details: { authorities: ['E06000018'] } },
  ]);
});
