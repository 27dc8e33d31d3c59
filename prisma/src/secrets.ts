import { randomBytes } from 'node:crypto';
import { chmod, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** What this data folder alone knows: passwords of the embedded PostgreSQL, and a key for role passwords. */
export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly roles: string;
}

const random = () => randomBytes(24).toString('base64url');

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * The secrets of a data folder, made at random when first asked for.
 *
 * They stand in `secrets.json`, which only the user who runs the server can read. The caller holds
 * the data folder's lock, so nobody else is writing.
 *
 * @throws Error the file is there and is not what was written.
 */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  try {
    const secrets: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!isSecrets(secrets)) throw new Error('a password is missing');
    await chmod(path, 0o600);
    return secrets;
  } catch (error) {
    if (isMissing(error)) return writeSecrets(path);
    throw new Error(`${path} cannot be read. Put it back from a backup.`, { cause: error });
  }
}

function isSecrets(value: unknown): value is Secrets {
  const read = value as Partial<Record<string, unknown>> | null;
  return ['superuser', 'owner', 'roles'].every((name) => typeof read?.[name] === 'string');
}

/** Complete or not there at all: a half-written file would lock the owner out of the database. */
async function writeSecrets(path: string): Promise<Secrets> {
  const secrets = { superuser: random(), owner: random(), roles: random() };
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  return secrets;
}
