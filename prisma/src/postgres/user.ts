import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whom PostgreSQL runs as. Empty: the user who runs the server. */
export interface PostgresUser {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Whom PostgreSQL is to run as: it refuses to run as root, so root lends it the user `postgres`.
 *
 * @param paths what that user must be able to reach.
 * @throws Error there is no such user and none can be made, or a folder is closed to it.
 */
export async function findPostgresUser(paths: readonly string[]): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return {};

  const user = (await lookUp()) ?? (await createUser());
  for (const path of paths) await requireReachable(path, user);
  return user;
}

type Ids = Required<PostgresUser>;

async function lookUp(): Promise<Ids | undefined> {
  try {
    const [uid, gid] = await Promise.all([
      run('id', ['-u', 'postgres']),
      run('id', ['-g', 'postgres']),
    ]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<Ids> {
  const failures: unknown[] = [];
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
    .catch(() => run('adduser', ['-S', '-D', '-H', 'postgres']))
    .catch((error: unknown) => failures.push(error));
  const user = await lookUp();
  if (user) return user;
  throw new Error(
    'PostgreSQL does not run as root, and the user “postgres” it would run as could not be made. ' +
      'Start as an ordinary user, or make that user first: useradd --system postgres',
    { cause: failures[0] },
  );
}

async function requireReachable(path: string, user: Ids): Promise<void> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!mayEnter(await stat(folder), user)) {
      throw new Error(
        `PostgreSQL does not run as root; it would run as the user “postgres”, who may not enter ${folder} ` +
          `on the way to ${path}. Start as the user who owns that folder, or let others pass: chmod o+x ${folder}`,
      );
    }
    if (folder === dirname(folder)) return;
  }
}

function mayEnter(
  folder: { readonly mode: number; readonly uid: number; readonly gid: number },
  user: Ids,
): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}
