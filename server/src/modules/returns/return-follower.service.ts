import type { Viewer } from '../access/viewer.ts';
import type { ReturnProgress } from './return-progress.service.ts';
import { checkedProgressKey, reportDone, reportProgress } from './return-progress.service.ts';

export type SendingStage = 'received' | 'reading' | 'checking' | 'storing' | 'done' | 'failed';

/** Hears of each step of a sending, as often as there is one. */
export type OnProgress = (progress: ReturnProgress) => void;

/** Tells whoever follows a sending how far it has come. */
export interface Follower {
  tell(stage: SendingStage, done: number, total: number | null): void;
  /** In the sending’s own transaction. */
  done(returnId: string): Promise<void>;
  failed(): Promise<void>;
}

/** How often progress is told at most, within a stage. Unit: milliseconds. */
const pace = 250;

/** @throws DomainError BAD_USER_INPUT a progress key that is no UUID. */
export function followerOf(
  viewer: Viewer,
  { progressKey, onProgress }: { progressKey: string | null; onProgress: OnProgress | undefined },
): Follower {
  const key = progressKey === null ? null : checkedProgressKey(progressKey);
  let telling: Promise<void> = Promise.resolve();
  let latest = { stage: '', at: Number.NEGATIVE_INFINITY };

  const report = (progress: ReturnProgress) => {
    onProgress?.(progress);
    if (key === null) return;
    // Telling must not keep the work from going on, nor fail it.
    telling = telling.then(() => reportProgress(viewer, key, progress)).catch(() => undefined);
  };
  return {
    tell: (stage, done, total) => {
      const at = performance.now();
      if (stage === latest.stage && at - latest.at < pace) return;
      latest = { stage, at };
      report({ stage, done, total, returnId: null });
    },
    done: async (returnId) => {
      await telling;
      const progress = { stage: 'done', done: 1, total: 1, returnId };
      onProgress?.(progress);
      if (key !== null) await reportDone(viewer, key, progress);
    },
    failed: async () => {
      report({ stage: 'failed', done: 0, total: null, returnId: null });
      await telling;
    },
  };
}
