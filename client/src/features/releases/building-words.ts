import { written } from './release-words.ts';

const steps: Readonly<Record<string, string>> = {
  reading: 'Reading the figures that agreements let it use',
  protecting: 'Keeping back what would give a small number away',
  'giving back': 'Showing again what need not be kept back',
  auditing: 'Auditing it against everybody who might work out what is kept back',
  storing: 'Storing what was audited',
  done: 'Nearly done',
  failed: 'Ending',
};

/** How far a build is in words, and as a part of a whole where that is known. */
export function buildingWords(
  progress: { readonly stage: string; readonly done: number; readonly total: number | null } | null,
): {
  /** What is being done, without how far: it changes seldom enough to be read out. */
  readonly step: string;
  readonly words: string;
  readonly done: number;
  readonly total: number | null;
} {
  const step = progress ? (steps[progress.stage] ?? 'Working on it') : 'Waiting for its turn';
  if (!progress?.total) return { step, words: step, done: 0, total: null };
  const { done, total } = progress;
  return { step, words: `${step}: ${written(done)} of ${written(total)}`, done, total };
}
