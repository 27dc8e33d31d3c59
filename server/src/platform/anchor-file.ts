import { open, readFile, rename } from 'node:fs/promises';
import { z } from 'zod';

/** In DATA_DIR. */
export const anchorFileName = 'audit-anchor.json';

/** Ends of chains, by name, in a file of their own. */
export interface AnchorFile {
  /** What it holds; nothing if there is no file yet. */
  read(): Promise<Map<string, { sequence: number; hash: string }>>;
  /** Replaces it whole and on disk: a reader sees the old or the new, never half. */
  write(
    ends: ReadonlyMap<string, { readonly sequence: number; readonly hash: string }>,
  ): Promise<void>;
}

const shape = z.record(
  z.uuid(),
  z.object({ sequence: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
);

/** A JSON object with mode 600: for each tenant the place and the hash of the last entry of its chain. */
export const anchorFile = (path: string): AnchorFile => ({
  read: async () => {
    try {
      return new Map(Object.entries(shape.parse(JSON.parse(await readFile(path, 'utf8')))));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
      throw new Error(`The anchor ${path} cannot be read. Put it back from a backup.`, {
        cause: error,
      });
    }
  },
  write: async (ends) => {
    const draft = await open(`${path}.new`, 'w', 0o600);
    try {
      await draft.writeFile(`${JSON.stringify(Object.fromEntries(ends), null, 2)}\n`);
      await draft.sync();
    } finally {
      await draft.close();
    }
    await rename(`${path}.new`, path);
  },
});
