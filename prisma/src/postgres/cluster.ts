import { execFile } from 'node:child_process';
import { chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Secrets } from '../secrets.ts';
import type { Binaries } from './binaries.ts';
import type { PostgresUser } from './user.ts';
import { asPostgres } from './user.ts';

const run = promisify(execFile);

/**
 * Makes a new cluster, complete or not at all: it is built beside its place and then renamed, so a
 * start that was killed half-way leaves nothing that looks like a database.
 */
export async function createCluster(
  cluster: string,
  { binaries, user, secrets }: { binaries: Binaries; user: PostgresUser; secrets: Secrets },
): Promise<void> {
  await clearUnfinished(cluster);
  const building = `${cluster}.unfinished-${process.pid}`;
  const passwordFile = `${building}.password`;
  await mkdir(building, { mode: 0o700 });
  await writeFile(passwordFile, secrets.superuser, { mode: 0o600 });
  await give(building, user);
  await give(passwordFile, user);
  try {
    const initdb = asPostgres(user, binaries.initdb, [
      `--pgdata=${building}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of words on every machine, whatever its locale.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ]);
    await run(initdb.command, initdb.args, { ...initdb.options, cwd: dirname(cluster) });
    await rename(building, cluster);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(building, { recursive: true, force: true });
  }
}

/** Whether the folder holds a finished cluster. */
export const clusterExists = (cluster: string): Promise<boolean> =>
  stat(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );

/** A killed start may have left an `initdb` at work in there for a moment longer, hence the retries. */
async function clearUnfinished(cluster: string): Promise<void> {
  const folder = dirname(cluster);
  const names = (await readdir(folder)).filter((name) =>
    join(folder, name).startsWith(`${cluster}.unfinished-`),
  );
  for (const name of names)
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 20 });
}

async function give(path: string, { ids }: PostgresUser): Promise<void> {
  if (ids) await chown(path, ids.uid, ids.gid);
}
