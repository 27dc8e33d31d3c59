import type { Formula } from '../returns/formula.ts';
import type { CollectedIndicator } from './in-year.ts';
import { added, growsWithSize, ofReturns, oneMonth, provisional } from './in-year.ts';

const notOneCohort =
  'No conversion may be worked out between the stages of one month: they are different households.';

const ownService = 'The authority’s own fostering service; independent agencies are not in it.';

const households = {
  ...ofReturns,
  ...added,
  dataset: 'fostering',
  cohort: ownService,
} as const;

/** Households that reached one stage of recruitment in the month. */
const reached = (stage: string, words: string): Formula => ({
  kind: 'sum',
  of: { table: 'recruitment', columns: ['households'], where: { stage: [stage] } },
  words: `sum of ${words} over all types of household`,
});

/** Households that reached a stage of their assessment in the month. */
const assessed = (
  key: string,
  title: string,
  definition: string,
  stage: string,
): CollectedIndicator => ({
  contract: {
    ...households,
    ...{ key, title, definition },
    unit: 'households',
    polarity: 'HIGH',
    periodBasis: 'calendar month',
    cautions: ['A small number in most months.', notOneCohort, oneMonth, provisional],
  },
  formula: reached(stage, 'households'),
});

const recruitment: readonly CollectedIndicator[] = [
  {
    contract: {
      ...households,
      key: 'fostering-enquiries-month',
      title: 'Enquiries about fostering in the month',
      definition:
        'Number of initial enquiries from new prospective fostering households in the month.',
      unit: 'enquiries',
      polarity: 'HIGH',
      periodBasis: 'calendar month',
      cautions: [
        'Services differ in what they record as an enquiry; those of a hub count with the authority they are passed to.',
        notOneCohort,
        'January and the Foster Care Fortnight bring more enquiries every year.',
        growsWithSize,
        provisional,
      ],
    },
    formula: reached('ENQUIRY', 'enquiries'),
  },
  {
    contract: {
      ...households,
      key: 'fostering-initial-visits-month',
      title: 'Initial visits to prospective foster carers in the month',
      definition:
        'Number of prospective fostering households visited for the first time in the month.',
      unit: 'households',
      polarity: 'HIGH',
      periodBasis: 'calendar month',
      cautions: ['Visits by video call are counted.', notOneCohort, growsWithSize, provisional],
    },
    formula: reached('VISIT', 'households visited'),
  },
  {
    contract: {
      ...households,
      key: 'fostering-applications-month',
      title: 'Applications to foster in the month',
      definition:
        'Number of applications received from prospective fostering households in the month.',
      unit: 'applications',
      polarity: 'HIGH',
      periodBasis: 'calendar month',
      cautions: [notOneCohort, oneMonth, growsWithSize, provisional],
    },
    formula: reached('APPLICATION', 'applications'),
  },
  assessed(
    'fostering-stage-1-starts-month',
    'Assessments of foster carers begun in the month: stage 1',
    'Number of prospective fostering households whose stage 1 (checks and information) began in the month.',
    'STAGE1',
  ),
  assessed(
    'fostering-stage-2-starts-month',
    'Assessments of foster carers that came to stage 2 in the month',
    'Number of prospective fostering households whose stage 2 (assessment) began in the month.',
    'STAGE2',
  ),
  assessed(
    'fostering-panels-month',
    'Prospective fostering households heard by a panel in the month',
    'Number of prospective fostering households that a fostering panel heard in the month.',
    'PANEL',
  ),
  {
    contract: {
      ...households,
      key: 'fostering-approvals-month',
      title: 'Fostering households approved in the month',
      definition:
        'Number of fostering households approved in the month, family and friends included.',
      unit: 'households',
      polarity: 'HIGH',
      periodBasis: 'calendar month',
      cautions: [
        'A small number in most months.',
        'Households, not carers: a couple is one household.',
        'Includes family and friends households, most of which no campaign recruited.',
        notOneCohort,
        oneMonth,
        provisional,
      ],
    },
    formula: reached('APPROVAL', 'households approved'),
  },
  {
    contract: {
      ...households,
      key: 'fostering-deregistrations-month',
      title: 'Fostering households deregistered in the month',
      definition: 'Number of fostering households deregistered in the month, for any reason.',
      unit: 'households',
      polarity: 'LOW',
      periodBasis: 'calendar month',
      cautions: [
        'A small number in most months.',
        'Includes transfers to another service and endings such as adoption or special guardianship.',
        oneMonth,
        provisional,
      ],
    },
    formula: {
      kind: 'sum',
      of: { table: 'deregistrations-by-reason', columns: ['households'] },
      words: 'sum of households deregistered over all reasons',
    },
  },
];

const capacity: readonly CollectedIndicator[] = [
  {
    contract: {
      ...households,
      key: 'fostering-households-month-end',
      title: 'Approved fostering households at month end',
      definition:
        'Number of approved fostering households of the authority on the last day of the month.',
      unit: 'households',
      polarity: 'HIGH',
      periodBasis: 'snapshot at month end',
      cautions: [
        'Last month’s number plus approvals minus deregistrations should give this month’s number.',
        'Households on hold are included.',
        growsWithSize,
        provisional,
      ],
    },
    formula: {
      kind: 'sum',
      of: { table: 'households-and-places', columns: ['households'] },
      words: 'sum of households over all types of household',
    },
  },
  {
    contract: {
      ...households,
      key: 'foster-places-vacant-month-end',
      title: 'Vacant foster places at month end',
      definition:
        'Number of places with the authority’s own foster carers that could be offered on the last day of the month.',
      unit: 'places',
      // The Department's dictionary gives no good end: full carers leave no choice, empty ones are idle.
      polarity: 'NONE',
      periodBasis: 'snapshot at month end',
      cautions: [
        'Vacant is not suitable: a place may fit no child who waits.',
        'Places that cannot be used for the time being are not counted.',
        growsWithSize,
        provisional,
      ],
    },
    formula: {
      kind: 'sum',
      of: { table: 'households-and-places', columns: ['vacant_places'] },
      words: 'sum of vacant places over all types of household',
    },
  },
];

/** Recruitment of foster carers and their places through the year, as returns say it each month. */
export const inYearFostering: readonly CollectedIndicator[] = [...recruitment, ...capacity];
