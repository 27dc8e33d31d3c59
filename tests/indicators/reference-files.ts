import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { referenceFolder } from '../testkit/workspace.ts';

/** A reference file with one thing changed, in a folder that goes when the test ends. Text in UTF-8. */
export async function changedFile(
  file: string,
  change: { readonly from: string; readonly to: string },
): Promise<string> {
  const text = gunzipSync(await readFile(join(referenceFolder, `${file}.gz`))).toString();
  if (!text.includes(change.from)) throw new Error(`${file} has no “${change.from}”.`);
  const folder = await mkdtemp(join(tmpdir(), 'sufficiency-file-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'changed.csv');
  await writeFile(path, text.replace(change.from, change.to));
  return path;
}
