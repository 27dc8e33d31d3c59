import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '../testkit/workspace.ts';

const run = promisify(execFile);

const postgraphileVersion = '5.1.5';
/** Kept between runs, beside the other packages and outside the lockfile: nothing but the bench needs it. */
const folder = join(workspaceRoot, 'node_modules/.cache/bench-postgraphile');
/** Longest wait for the installation. Unit: milliseconds. */
const patience = 120_000;

const packageFile = JSON.stringify({
  name: 'bench-postgraphile',
  private: true,
  dependencies: { postgraphile: postgraphileVersion },
});
/** Without its query page, which is nine tenths of it and which nobody opens here. */
const workspaceFile = "packages: []\noverrides:\n  ruru: '-'\n  ruru-types: '-'\n";

/** Installs PostGraphile where it is not yet: the folder, or why it cannot be had. */
export async function installPostgraphile(): Promise<{ folder: string } | { reason: string }> {
  try {
    if ((await installedVersion()) !== postgraphileVersion) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'package.json'), packageFile);
      await writeFile(join(folder, 'pnpm-workspace.yaml'), workspaceFile);
      await run('pnpm', ['install', '--ignore-scripts', '--prod'], {
        cwd: folder,
        timeout: patience,
      });
    }
    return { folder };
  } catch (error) {
    const [line] = String(error).split('\n');
    return { reason: `PostGraphile ${postgraphileVersion} could not be installed: ${line}` };
  }
}

async function installedVersion(): Promise<string | null> {
  try {
    const file = await readFile(join(folder, 'node_modules/postgraphile/package.json'), 'utf8');
    return JSON.parse(file).version;
  } catch {
    return null;
  }
}
