/** How an enquiry stands today. */
export const enquiryStates = ['OPEN', 'ON_HOLD', 'APPROVED', 'WITHDRAWN', 'NOT_APPROVED'] as const;
export type EnquiryState = (typeof enquiryStates)[number];

/** Households that reached the same stages and stand alike. */
export interface AlikeHouseholds {
  /** A bit for each stage that was reached: 1 for the first, 2 for the second, 4 for the third. */
  readonly reached: number;
  readonly state: EnquiryState;
  readonly households: number;
}

/** How many of those who reached one stage reached a later one. */
export interface Conversion<Stage> {
  readonly from: Stage;
  readonly to: Stage;
  /** Households that reached the first stage. */
  readonly of: number;
  /** Of these, those that reached the later one too. */
  readonly reached: number;
  /** Of these, those that have not, and may still. */
  readonly open: number;
}

const mayGoOn = ({ state }: AlikeHouseholds) => state === 'OPEN' || state === 'ON_HOLD';

const sumOf = (alike: readonly AlikeHouseholds[]) =>
  alike.reduce((sum, { households }) => sum + households, 0);

// Stages of one's own may be many: bits beyond the 31st are out of reach of `&`.
const has = ({ reached }: AlikeHouseholds, stage: number) =>
  Math.floor(reached / 2 ** stage) % 2 === 1;

/** Households by the stages they reached; each stage has those that reached it, whatever else they reached. */
export const reachedStages = <Stage>(
  alike: readonly AlikeHouseholds[],
  stages: readonly Stage[],
): readonly { readonly stage: Stage; readonly households: number }[] =>
  stages.map((stage, nth) => ({
    stage,
    households: sumOf(alike.filter((each) => has(each, nth))),
  }));

/** Conversions of one cohort between every pair of stages, in order. Of another cohort's stages they would say nothing. */
export const conversionsBetween = <Stage>(
  alike: readonly AlikeHouseholds[],
  stages: readonly Stage[],
): readonly Conversion<Stage>[] =>
  stages.flatMap((from, nth) => {
    const started = alike.filter((each) => has(each, nth));
    return stages.slice(nth + 1).map((to, later) => {
      const arrived = started.filter((each) => has(each, nth + 1 + later));
      const waiting = started.filter((each) => !has(each, nth + 1 + later) && mayGoOn(each));
      return { from, to, of: sumOf(started), reached: sumOf(arrived), open: sumOf(waiting) };
    });
  });

/** Households by how they stand; every state is there, zero where nobody stands so. */
export function householdsByState(
  alike: readonly AlikeHouseholds[],
): Readonly<Record<EnquiryState, number>> {
  const counts = { OPEN: 0, ON_HOLD: 0, APPROVED: 0, WITHDRAWN: 0, NOT_APPROVED: 0 };
  for (const { state, households } of alike) counts[state] += households;
  return counts;
}
