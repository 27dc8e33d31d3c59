/**
 * `pnpm breaks [name…]`: takes guards away one at a time, in a copy of the work tree, and shows that a test turns red.
 * Without names, all of them. Ends with `N of N caught`, and fails unless every break is caught.
 *
 * Nothing of it is left when it ends: neither a process nor the copy.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProjectFile } from '../testkit/project-files.ts';
import { breaks } from './all-breaks.ts';
import type { Break } from './break.ts';
import { broken } from './break.ts';
import { runTests } from './test-run.ts';
import type { WorkTree } from './work-tree.ts';
import { copyWorkTree } from './work-tree.ts';

/** The breaks that were asked for. @throws Error one of the names is none. */
function chosen(names: readonly string[]): readonly Break[] {
  const unknown = names.filter((name) => !breaks.some((each) => each.name === name));
  if (unknown.length > 0) {
    const known = breaks.map(({ name }) => name).join(', ');
    throw new Error(`There is no break ${unknown.join(', ')}. There are: ${known}.`);
  }
  return names.length === 0 ? breaks : breaks.filter(({ name }) => names.includes(name));
}

const seconds = (since: number) => `${Math.round((performance.now() - since) / 1_000)} s`;

/** Without a break every test is green. @throws Error one is not, so red would prove nothing. */
async function requireGreen(tree: WorkTree, tests: readonly string[], stop: AbortSignal) {
  const since = performance.now();
  process.stdout.write(`without a break, ${tests.length} test files: `);
  const { passed, refuted, otherwise } = await runTests(tree, tests, { until: 'the end', stop });
  const failed = [...refuted, ...otherwise];
  if (failed.length > 0 || passed === 0) {
    throw new Error(`Red without a break:\n${failed.join('\n')}`);
  }
  console.log(`${passed} tests green (${seconds(since)})`);
}

/** Applies one break, runs its tests, and undoes it. The test that turned red by what it asserts; else why there is none. */
async function apply(
  tree: WorkTree,
  each: Break,
  stop: AbortSignal,
): Promise<{ caught: boolean; says: string }> {
  const path = join(tree.folder, each.file);
  const text = await readFile(path, 'utf8');
  await writeFile(path, broken(text, each));
  const { refuted, otherwise } = await runTests(tree, each.tests, { until: 'first failure', stop });
  await writeFile(path, text);

  const [test] = refuted;
  if (test) return { caught: true, says: `caught by “${test}”` };
  return { caught: false, says: ['NOT CAUGHT', ...otherwise].join('; ') };
}

/** Every break alone, as many at a time as there are copies. How many were caught. */
async function applyAll(all: readonly Break[], trees: readonly WorkTree[], stop: AbortSignal) {
  const waiting = all.values();
  let done = 0;
  let caught = 0;
  const work = async (tree: WorkTree) => {
    for (const each of waiting) {
      const since = performance.now();
      const found = await apply(tree, each, stop);
      done += 1;
      if (found.caught) caught += 1;
      console.log(`${done} of ${all.length} ${each.name}: ${found.says} (${seconds(since)})`);
    }
  };
  const ended = await Promise.allSettled(trees.map(work));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return caught;
}

async function run(all: readonly Break[], stop: AbortSignal): Promise<void> {
  // Before anything takes time: every break fits its file.
  for (const each of all) broken(readProjectFile(each.file), each);

  const trees: WorkTree[] = [];
  try {
    const first = await copyWorkTree();
    trees.push(first);
    await requireGreen(first, [...new Set(all.flatMap(({ tests }) => tests))], stop);
    // Two at a time: one run leaves a core idle for most of it.
    trees.push(await copyWorkTree());
    const caught = await applyAll(all, trees, stop);
    if (caught < all.length) process.exitCode = 1;
    console.log(`${caught} of ${all.length} caught`);
  } finally {
    for (const { remove } of trees) await remove();
  }
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopping.abort(new Error('Stopped before the end.')));
}

try {
  await run(chosen(process.argv.slice(2)), stopping.signal);
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Error ? `\n${error.message}` : error);
}
