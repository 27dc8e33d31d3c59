import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { referenceFolder } from '../testkit/workspace.ts';

/** A reference file with some things changed, in a folder that goes when the test ends. Text in UTF-8. */
export async function changedFile(
  file: string,
  ...changes: readonly { readonly from: string; readonly to: string }[]
): Promise<string> {
  let text = gunzipSync(await readFile(join(referenceFolder, `${file}.gz`))).toString();
  for (const { from, to } of changes) {
    if (!text.includes(from)) throw new Error(`${file} has no “${from}”.`);
    text = text.replace(from, to);
  }
  const folder = await mkdtemp(join(tmpdir(), 'sufficiency-file-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'changed.csv');
  await writeFile(path, text);
  return path;
}
