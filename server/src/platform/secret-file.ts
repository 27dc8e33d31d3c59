import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** A small file of named secrets that only its owner reads. */
export interface SecretFile {
  /** What it holds; nothing if there is no file yet. */
  read(): Promise<Record<string, string>>;
  /** Replaces it whole: a reader sees the old or the new, never half. */
  write(secrets: Record<string, string>): Promise<void>;
}

const shape = z.record(z.string(), z.string());

/** A JSON object of secrets with mode 600. */
export const secretFile = (path: string): SecretFile => ({
  read: async () => {
    try {
      return shape.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
      throw new Error(`The file ${path} cannot be read. Delete it to have a new one made.`, {
        cause: error,
      });
    }
  },
  write: async (secrets) => {
    const draft = `${path}.new`;
    await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    await chmod(draft, 0o600);
    await rename(draft, path);
  },
});
