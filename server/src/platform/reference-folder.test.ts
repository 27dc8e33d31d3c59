import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { readReferenceFolder } from './reference-folder.ts';

test('reads a newer file in whatever encoding it comes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sufficiency-reference-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const entry = {
    contents: 'homes',
    file: 'a/b.csv',
    title: 'Homes',
    publisher: 'Ofsted',
    licence: 'Open Government Licence v3.0',
    attribution: 'Contains Ofsted data',
    vintage: '2025-03-31',
    encoding: 'utf-8',
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify([entry]));
  await writeFile(join(folder, 'newer.csv.gz'), gzipSync(Buffer.from('2023\x9624', 'latin1')));

  const [file] = await readReferenceFolder(folder, [
    { file: 'a/b.csv', path: join(folder, 'newer.csv.gz'), vintage: '2026-03-31' },
  ]);

  expect(file).toMatchObject({ text: '2023–24', vintage: '2026-03-31' });
});
