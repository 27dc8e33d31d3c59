import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whom PostgreSQL's programs run as. */
export interface PostgresUser {
  /** Absent: the user who runs the server. */
  readonly ids?: { readonly uid: number; readonly gid: number };
  /** A command that changes the user by itself and then runs the program it is given; else empty. */
  readonly prefix: readonly string[];
}

/**
 * Whom PostgreSQL is to run as: it refuses to run as root, so root lends it the user `postgres`.
 *
 * Where root keeps its folders to itself, PostgreSQL is also lent the right to pass through them.
 *
 * @param paths what that user must be able to reach.
 * @throws Error there is no such user and none can be made, or a folder stays closed to it.
 */
export async function findPostgresUser(paths: readonly string[]): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return { prefix: [] };

  const ids = (await lookUp()) ?? (await createUser());
  const closed = await Promise.all(paths.map((path) => closedFolder(path, ids)));
  const folder = closed.find((found) => found !== undefined);
  return { ids, prefix: folder === undefined ? [] : await passage(folder, ids) };
}

/** How a program of PostgreSQL's is run: command, arguments and options of `spawn`. */
export function asPostgres(
  { ids, prefix }: PostgresUser,
  program: string,
  args: readonly string[],
): { command: string; args: string[]; options: { uid?: number; gid?: number } } {
  const [command = program, ...rest] = [...prefix, program, ...args];
  return { command, args: rest, options: prefix.length === 0 && ids ? ids : {} };
}

type Ids = NonNullable<PostgresUser['ids']>;

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

/** The first folder on the way to a path that the user may not enter. */
async function closedFolder(path: string, user: Ids): Promise<string | undefined> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!mayEnter(await stat(folder), user)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The capability to pass through any folder; the second includes it, and is what containers have. */
const capabilities = ['dac_read_search', 'dac_override'];

/** A command that runs PostgreSQL as its user, who may pass through folders that are closed to others. */
async function passage(folder: string, { uid, gid }: Ids): Promise<string[]> {
  for (const capability of capabilities) {
    const prefix = [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      // Else access(2), by which PostgreSQL looks for its own files, leaves capabilities out of account.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=-all,+${capability}`,
      `--ambient-caps=-all,+${capability}`,
      '--',
    ];
    const [command = '', ...args] = [...prefix, 'test', '-x', `${folder}/.`];
    const passes = await run(command, args).then(
      () => true,
      () => false,
    );
    if (passes) return prefix;
  }
  throw new Error(
    'PostgreSQL does not run as root; it would run as the user “postgres”, who may not enter ' +
      `${folder}. Start as the user who owns that folder, or let others pass: chmod o+x ${folder}`,
  );
}

function mayEnter(
  folder: { readonly mode: number; readonly uid: number; readonly gid: number },
  user: Ids,
): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}
