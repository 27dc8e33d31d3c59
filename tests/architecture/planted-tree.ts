import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A file of a made-up source tree: where it lies, and what it says. */
export type Planted = readonly [path: string, text: string];

/** Writes one planted file under the tree's root. */
export function plantFile(root: string, [path, text]: Planted): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What `work` gives for a tree of the planted files, which is gone afterwards. */
export function inPlantedTree<Result>(
  files: readonly Planted[],
  work: (root: string) => Result,
): Result {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const file of files) plantFile(root, file);
    return work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
