import type { AnchorFile } from '@sufficiency/server/platform/anchor-file.ts';

/** An anchor that is kept in memory, for tests that look at nothing else of it. */
export function memoryAnchor(): AnchorFile {
  const kept: Awaited<ReturnType<AnchorFile['read']>> = new Map();
  return {
    read: () => Promise.resolve(new Map(kept)),
    write: (ends) => {
      for (const [name, end] of ends) kept.set(name, { ...end });
      return Promise.resolve();
    },
  };
}
