import { isPlainText } from '../indicators/comparison-input.ts';

/** Stages every consortium has, in order. */
export const standardStages = [
  'RECEIVED',
  'FIRST-RESPONSE',
  'INFORMATION-EVENT',
  'INITIAL-VISIT',
  'APPLICATION',
  'STAGE1-START',
  'STAGE1-END',
  'STAGE2-START',
  'STAGE2-END',
  'PANEL',
  'DECISION',
  'APPROVAL',
] as const;

export type StandardStage = (typeof standardStages)[number];

export const clockUnits = ['WORKING_DAYS', 'DAYS', 'MONTHS'] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** How long a stage may take. */
export interface StageClock {
  /** Code of the stage from which it runs. */
  readonly from: string;
  readonly limit: number;
  readonly unit: ClockUnit;
}

/** A stage on the way from enquiry to approval. */
export interface Stage {
  /** A standard stage, or one of a hub's own: `OWN-CHECKS`. */
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  /** False where it is not recorded. */
  readonly used: boolean;
  readonly clock: StageClock | null;
}

/** True for a stage every consortium has. */
export const isStandardStage = (code: string): code is StandardStage =>
  standardStages.some((standard) => standard === code);

const ownStage = /^OWN-[A-Z0-9][A-Z0-9-]{0,23}$/;

/** True for what can be the code of a hub's own stage. */
const isOwnStage = (code: string): boolean => ownStage.test(code);

const within = (from: StandardStage, limit: number, unit: ClockUnit): StageClock => ({
  from,
  limit,
  unit,
});

const stage = (
  code: StandardStage,
  title: string,
  definition: string,
  clock: StageClock | null = null,
): Stage => ({ code, title, definition, used: true, clock });

/** Stages of a consortium whose hub has made none of its own. */
export const defaultStages: readonly Stage[] = [
  stage('RECEIVED', 'Enquiry', 'A household first asked about fostering, in whatever way.'),
  stage(
    'FIRST-RESPONSE',
    'First response',
    'A person answered the household for the first time; automatic messages do not count.',
    within('RECEIVED', 1, 'WORKING_DAYS'),
  ),
  stage('INFORMATION-EVENT', 'Information event', 'Somebody of the household came to one.'),
  stage(
    'INITIAL-VISIT',
    'Initial visit',
    'The household was visited for the first time, in person or by video call.',
  ),
  stage('APPLICATION', 'Application', 'A complete application to foster was received.'),
  stage('STAGE1-START', 'Stage 1 begun', 'Checks and references of stage 1 were begun.'),
  stage(
    'STAGE1-END',
    'Stage 1 ended',
    'The household was told the outcome of stage 1.',
    within('STAGE1-START', 2, 'MONTHS'),
  ),
  stage('STAGE2-START', 'Stage 2 begun', 'The assessment of stage 2 was begun.'),
  stage(
    'STAGE2-END',
    'Stage 2 ended',
    'The assessment report was complete.',
    within('STAGE2-START', 4, 'MONTHS'),
  ),
  stage('PANEL', 'Panel', 'The fostering panel heard the household’s case.'),
  stage('DECISION', 'Decision', 'The decision maker decided.'),
  stage(
    'APPROVAL',
    'Approval',
    'The household was approved as a fostering household.',
    within('RECEIVED', 6, 'MONTHS'),
  ),
];

/** Most stages of a set, and the longest texts. */
const most = { stages: 30, title: 60, definition: 400, limit: 999 } as const;

/** Something wrong with a set of stages. `message` completes the sentence “`path` …”. */
export interface StageProblem {
  readonly path: string;
  readonly message: string;
}

/** What is wrong with stages as somebody would have them, all at once; empty where nothing is. */
export function stageProblems(stages: readonly Stage[]): readonly StageProblem[] {
  const codes = stages.map(({ code }) => code);
  const missing = standardStages.filter((code) => !codes.includes(code));
  const whole: StageProblem[] = [];
  if (missing.length > 0) {
    whole.push({
      path: 'stages',
      message: `must have every standard stage; those that are not recorded say so by “used”. Missing: ${missing.join(', ')}`,
    });
  }
  if (stages.length > most.stages) {
    whole.push({ path: 'stages', message: `must be ${most.stages} at most` });
  }
  return [...whole, ...stages.flatMap((one, index) => problemsOf(one, index, stages))];
}

function problemsOf(
  { code, title, definition, used, clock }: Stage,
  index: number,
  stages: readonly Stage[],
): readonly StageProblem[] {
  const checks: readonly (readonly [string, boolean, string])[] = [
    [
      'code',
      isStandardStage(code) || isOwnStage(code),
      'must be a standard stage, or begin with OWN- and go on in capitals, digits and hyphens: OWN-CHECKS',
    ],
    ['code', stages.findIndex((other) => other.code === code) === index, 'is there twice'],
    ['position', isInOrder(code, index, stages), 'must keep the order of the standard stages'],
    ['used', used || code !== 'RECEIVED', 'must be true: every enquiry was received'],
    ['title', isText(title, most.title), `must be a text of 1 to ${most.title} characters`],
    [
      'definition',
      isText(definition, most.definition),
      `must be a text of 1 to ${most.definition} characters`,
    ],
    [
      'clock.from',
      clock === null || stages.slice(0, index).some((other) => other.code === clock.from),
      'must be a stage that comes before',
    ],
    [
      'clock.limit',
      clock === null ||
        (Number.isInteger(clock.limit) && clock.limit >= 1 && clock.limit <= most.limit),
      `must be a whole number from 1 to ${most.limit}`,
    ],
  ];
  return checks
    .filter(([, good]) => !good)
    .map(([field, , message]) => ({ path: `stages[${index}].${field}`, message }));
}

function isInOrder(code: string, index: number, stages: readonly Stage[]): boolean {
  const place = standardStages.findIndex((standard) => standard === code);
  if (place === -1) return index > 0;
  return stages
    .slice(0, index)
    .every((before) => standardStages.findIndex((standard) => standard === before.code) <= place);
}

const isText = (text: string, longest: number) =>
  text.trim().length > 0 && text.length <= longest && isPlainText(text);

/** What was said of stages from a day on. */
export interface StageSet {
  /** 0 for the product's own. */
  readonly version: number;
  /** `YYYY-MM-DD`; null for the product's own, which are in force until a hub makes others. */
  readonly inForceFrom: string | null;
  readonly stages: readonly Stage[];
}

/** The product's own stages. */
export const defaultStageSet: StageSet = { version: 0, inForceFrom: null, stages: defaultStages };

/** The stages in force on a day: the last set made of those that had come into force. */
export function stageSetOn(sets: readonly StageSet[], day: string): StageSet {
  const made = sets.filter(({ inForceFrom }) => inForceFrom !== null && inForceFrom <= day);
  return made.toSorted((one, other) => other.version - one.version)[0] ?? defaultStageSet;
}
