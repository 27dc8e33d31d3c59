import { dayInWords } from '@sufficiency/shared/days.ts';
import type { Stage, StageSet } from '@sufficiency/shared/fostering/stages.ts';
import { stageSetOn } from '@sufficiency/shared/fostering/stages.ts';

/** The stages of an answer, and whether they were changed within its days. */
export interface FunnelStages {
  /** In order: those of the last day, and those that were recorded before. */
  readonly stages: readonly Stage[];
  /** Says since when they are others; null where they are not. */
  readonly stagesChanged: string | null;
}

/**
 * The stages that were recorded at some time from one day to another, both `YYYY-MM-DD`: as they are called and defined on the
 * last, the ones that are recorded no more among them.
 */
export function stagesWithin(
  sets: readonly StageSet[],
  { from, to }: { readonly from: string; readonly to: string },
): FunnelStages {
  const changes = sets
    .flatMap(({ inForceFrom }) => inForceFrom ?? [])
    .filter((day) => day > from && day <= to)
    .toSorted();
  const inForce = [from, ...changes].map((day) => stageSetOn(sets, day).stages);
  const used = new Set(inForce.flat().flatMap(({ code, used: isUsed }) => (isUsed ? [code] : [])));
  const all = inForce
    .toReversed()
    .reduce((newer, older) => older.reduce(withStage, newer))
    .filter(({ code }) => used.has(code));
  return {
    stages: all,
    stagesChanged:
      changes.length === 0
        ? null
        : `Stages were changed on ${changes.map(dayInWords).join(' and on ')}: what was recorded before stands under the stages of its day, and a stage that is new cannot have been reached before.`,
  };
}

/** Puts a stage that is recorded no more where it stood, after the one before it. */
function withStage(
  stages: readonly Stage[],
  stage: Stage,
  nth: number,
  older: readonly Stage[],
): readonly Stage[] {
  if (stages.some(({ code }) => code === stage.code)) return stages;
  const before = stages.findIndex(({ code }) => code === older[nth - 1]?.code);
  return stages.toSpliced(before + 1, 0, stage);
}
