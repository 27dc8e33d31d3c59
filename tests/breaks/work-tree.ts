import {
  chmod,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  realpath,
  rm,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFiles } from '../testkit/project-files.ts';
import { workspaceRoot } from '../testkit/workspace.ts';

/** A copy of the project in which anything may be broken. */
export interface WorkTree {
  readonly folder: string;
  /** For temporary files of whatever runs in it. */
  readonly temporary: string;
  readonly remove: () => Promise<void>;
}

const packages = ['.', 'client', 'prisma', 'server', 'shared', 'tests'];
/** What the build makes and tests need; not in the list of the project’s files. */
const generated = ['prisma/generated', 'client/dist'];
const ours = '@sufficiency';

/** Copies the project as it stands, uncommitted changes too. Packages of others are links to the original’s. */
export async function copyWorkTree(): Promise<WorkTree> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'sufficiency-breaks-')));
  const temporary = join(folder, '.tmp');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    // Root lends PostgreSQL another user, who has to pass through this folder to its own.
    await chmod(folder, 0o711);
    await mkdir(temporary);
    for (const path of projectFiles(/./)) await copyInto(folder, path);
    for (const path of generated) {
      await cp(join(workspaceRoot, path), join(folder, path), { recursive: true });
    }
    for (const path of packages) {
      await linkModules(join(workspaceRoot, path, 'node_modules'), join(folder, path));
    }
    return { folder, temporary, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function copyInto(folder: string, path: string): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(join(workspaceRoot, path), target);
}

/** Links every package of others; ours keep their relative links, which lead to the copies. */
async function linkModules(from: string, into: string): Promise<void> {
  const modules = join(into, 'node_modules');
  await mkdir(modules, { recursive: true });
  // Not what begins with a point: commands, caches and the state of whoever installed them are the original’s own.
  const names = (await readdir(from)).filter((name) => !name.startsWith('.'));
  for (const name of names.filter((each) => each !== ours)) {
    await symlink(join(from, name), join(modules, name));
  }
  if (!names.includes(ours)) return;
  await mkdir(join(modules, ours));
  for (const name of await readdir(join(from, ours))) {
    await symlink(await readlink(join(from, ours, name)), join(modules, ours, name));
  }
}
