import type { Stage } from '@sufficiency/shared/fostering/stages.ts';
import { defaultStages } from '@sufficiency/shared/fostering/stages.ts';

/** First day of the stages that the hub changed to, half-way through the demonstration. */
export const stagesChangedOn = '2025-11-03';

/** The stage that it added. */
export const ownStage = 'OWN-SKILLS';

const changes: Readonly<Record<string, readonly Stage[]>> = {
  'INITIAL-VISIT': [
    {
      code: 'INITIAL-VISIT',
      title: 'Home visit',
      definition: 'The household was visited at home for the first time; calls no longer count.',
      used: true,
      clock: { from: 'FIRST-RESPONSE', limit: 15, unit: 'WORKING_DAYS' },
    },
  ],
  'STAGE1-START': [
    ...defaultStages.filter(({ code }) => code === 'STAGE1-START'),
    {
      code: ownStage,
      title: 'Skills to foster',
      definition: 'Everybody of the household who would foster took the preparation course.',
      used: true,
      clock: null,
    },
  ],
};

/** The stages from that day on: one is told apart more strictly, and one is the hub’s own. */
export const changedStages: readonly Stage[] = defaultStages.flatMap(
  (stage) => changes[stage.code] ?? [stage],
);
