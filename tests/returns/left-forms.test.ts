import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetLeftForms, receiveForm } from '@sufficiency/server/http/multipart.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'left-forms-'));
  vi.stubEnv('TMPDIR', folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** More than any system counts to. */
const nobody = 4_194_305;

const left = async (name: string) => {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, '0'), 'CHILD');
};

test('a start deletes the forms that killed processes left, and nothing else', async () => {
  await left(`sufficiency-upload-${nobody}-abc`);
  await left(`sufficiency-upload-${process.pid}-abc`);
  await left(`sufficiency-upload-${process.ppid}-abc`);
  await left('another-programs');

  await forgetLeftForms();

  expect((await readdir(folder)).sort()).toEqual([
    'another-programs',
    `sufficiency-upload-${process.ppid}-abc`,
  ]);
});

test('files of a form are for this account’s eyes only, until they are forgotten', async () => {
  const form = new FormData();
  form.set('0', new File(['a,b'], 'a.csv'));
  const received = await receiveForm(
    new Request('http://localhost/graphql', { method: 'POST', body: form }),
  );
  const [name = ''] = await readdir(folder);
  const modes = await Promise.all(
    [join(folder, name), join(folder, name, '0')].map((path) => stat(path)),
  );

  expect(name).toMatch(new RegExp(`^sufficiency-upload-${process.pid}-`));
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '600']);

  await received.forget();
  expect(await readdir(folder)).toEqual([]);
});
