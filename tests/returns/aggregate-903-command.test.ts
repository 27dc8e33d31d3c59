import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspaceRoot } from '../testkit/workspace.ts';

const folder = await mkdtemp(join(tmpdir(), 'sufficiency-903-'));
afterAll(() => rm(folder, { recursive: true }));

const sample = async (name: string): Promise<Buffer> =>
  gunzipSync(await readFile(join(import.meta.dirname, 'ssda903-samples', `${name}.gz`)));

const files = ['fake_uasc.csv', 'fake_episodes.csv', 'fake_header.csv'];
const paths = files.map((name) => join(folder, name));

beforeAll(async () => {
  for (const name of files) await writeFile(join(folder, name), await sample(name));
});

/** Runs the command as a person would; its exit code and what it said. */
const aggregate = (...words: readonly string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const command = execFile(
      process.execPath,
      [join(workspaceRoot, 'server/src/aggregate-903.ts'), ...words],
      (_error, stdout, stderr) => resolve({ code: command.exitCode ?? -1, stdout, stderr }),
    );
  });

const derbyInSeptember = ['--authority', 'E06000015', '--month', '2017-09'];

describe('pnpm aggregate-903', () => {
  test('counts the files into one file for each table, and tells problems by rule and row', async () => {
    const out = join(folder, 'september.csv');
    const { code, stdout, stderr } = await aggregate(...paths, ...derbyInSeptember, '--out', out);

    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('fake_episodes.csv: episodes, 5,050 rows');
    expect(stderr).toMatch(/query 501, 42 rows of fake_episodes\.csv \(524, 625, /);
    expect(stderr).toContain('1,455 children were looked after on the last day of the month.');
    const written = await readdir(folder);
    expect(written.filter((name) => name.startsWith('september-'))).toHaveLength(11);
    expect(await readFile(join(folder, 'september-children-by-age.csv'), 'utf8')).toBe(
      [
        '\uFEFFauthority_code,period,age_band,children',
        'E06000015,2017-09,UNDER1,0',
        'E06000015,2017-09,1TO4,142',
        'E06000015,2017-09,5TO9,587',
        'E06000015,2017-09,10TO15,658',
        'E06000015,2017-09,16PLUS,68',
        'E06000015,2017-09,TOTAL,1455',
        '',
      ].join('\r\n'),
    );
  });

  test('writes a workbook that can be sent, and nothing else', async () => {
    const out = join(folder, 'september.xlsx');
    await aggregate(...paths, ...derbyInSeptember, '--out', out);

    const start = (await readFile(out)).subarray(0, 2).toString();
    expect(start).toBe('PK');
  });

  test('prints the tables, and no child, where no file is named', async () => {
    const { stdout, stderr } = await aggregate(...paths, ...derbyInSeptember);
    const header = (await sample('fake_header.csv')).toString().split(/\r?\n/).slice(1);
    const children = header.map((line) => line.split(',')[0] ?? '').filter((child) => child !== '');

    expect(stdout).toContain(
      'Children looked after by gender\nauthority_code,period,gender,children',
    );
    const said = new Set(`${stdout}\n${stderr}`.match(/\d{5,}/g));
    expect(children.filter((child) => said.has(child))).toEqual([]);
  });

  test.each([
    [[], 'Counts SSDA903 header, episodes and UASC files'],
    [['nowhere.csv', ...derbyInSeptember], 'There is no file “nowhere.csv”.'],
    [['a.csv', '--authority', 'Derby', '--month', '2017-09'], '--authority must be the GSS code'],
    [['a.csv', '--authority', 'E06000015', '--month', 'May'], '--month must be a month'],
    [
      [join(folder, 'fake_header.csv'), ...derbyInSeptember],
      'None of the files is an episodes file',
    ],
  ])('says what to write after %j', async (words, sentence) => {
    const { code, stderr } = await aggregate(...words);

    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
