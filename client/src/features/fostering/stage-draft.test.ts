import { defaultStages } from '@sufficiency/shared/fostering/stages.ts';
import { expect, test } from 'vitest';
import { stagesDraft, stagesInput, withoutStage, withStageAfter } from './stage-draft.ts';

const set = {
  version: 3,
  inForceFrom: '2026-01-01',
  stages: defaultStages.map((stage) => ({ ...stage, standard: true })),
};
const of = { consortium: 'd2n2', version: 3 };

test('stages that nobody touched are sent as they are', () => {
  const sent = stagesInput(stagesDraft(set), of);

  expect(sent).toEqual({ ...of, inForceFrom: null, stages: defaultStages });
});

test('a stage of one’s own stands after the one it was added to, and can be removed again', () => {
  const draft = withStageAfter(stagesDraft(set), 4);

  expect(draft.stages[5]).toMatchObject({ code: 'OWN-', standard: false, used: 'yes' });
  expect(withoutStage(draft, 5)).toEqual(stagesDraft(set));
});

test('a limit that is no number is sent as one that is refused at its field', () => {
  const draft = stagesDraft(set);
  const stages = draft.stages.map((stage) => ({ ...stage, from: 'RECEIVED', limit: 'soon' }));

  expect(stagesInput({ ...draft, stages }, of).stages[1]?.clock).toMatchObject({ limit: 0 });
});
