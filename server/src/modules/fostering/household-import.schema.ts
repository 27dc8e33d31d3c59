import { builder } from '../../graphql/builder.ts';
import type { HouseholdFileProblem } from './household-file.importer.ts';
import type { HouseholdImport } from './household-import.service.ts';
import { importHouseholds } from './household-import.service.ts';
import type { PlannedHousehold } from './household-import-plan.ts';
import { writesHouseholds } from './household-reference.schema.ts';

const OutcomeEnum = builder.enumType('FosteringHouseholdOutcome', {
  description: 'What becomes of a row.',
  values: {
    NEW: { description: 'A household is added.' },
    DEREGISTERED: { description: 'A household that is known is approved no more.' },
    UNCHANGED: { description: 'It is known as it is.' },
    PLACES: { description: 'How its places are used is recorded, or put right.' },
  },
});

const Problem = builder.objectRef<HouseholdFileProblem>('FosteringHouseholdProblem').implement({
  description: 'Why a row cannot be used.',
  authScopes: writesHouseholds,
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Name of the file.' }),
    row: t.exposeInt('row', {
      nullable: true,
      description: 'As Excel counts rows; null where the whole file is meant.',
    }),
    column: t.exposeString('column', { nullable: true, description: 'Name of the column.' }),
    message: t.exposeString('message', {
      description: 'What is wrong: a sentence, or the end of one that begins with the column.',
    }),
  }),
});

const Item = builder.objectRef<PlannedHousehold>('PlannedFosteringHousehold').implement({
  description: 'A row, and what becomes of it.',
  authScopes: writesHouseholds,
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Name of the file.' }),
    row: t.exposeInt('row', { description: 'As Excel counts rows.' }),
    reference: t.exposeString('reference', { description: 'Which household.' }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'What becomes of it.' }),
  }),
});

const Import = builder.objectRef<HouseholdImport>('FosteringHouseholdImport').implement({
  description: 'What files of households would change, or have changed: all of them or nothing.',
  authScopes: writesHouseholds,
  fields: (t) => ({
    applied: t.exposeBoolean('applied', {
      description: 'True where it was done; false where it was only looked at, or cannot be used.',
    }),
    problems: t.field({
      type: [Problem],
      description: 'What is wrong: the first 200. Nothing is done while there is anything.',
      resolve: ({ problems }) => [...problems],
    }),
    moreProblems: t.exposeInt('moreProblems', {
      description: 'How many more problems there are than are told.',
    }),
    items: t.field({
      type: [Item],
      description: 'What becomes of each row.',
      resolve: ({ items }) => [...items],
    }),
  }),
});

const ImportInput = builder.inputType('ImportFosteringHouseholdsInput', {
  description:
    '/exports/fostering-households-template.csv and /exports/fostering-places-template.csv have the columns. CSV of households: reference, household_type, approved_on, places, carers, youngest_carer, ethnicity, area, deregistered_on, deregistration_reason; and of how places are used: reference, from_on, filled, vacant, unavailable, unavailable_reason.',
  fields: (t) => ({
    authority: t.field({
      type: 'GssCode',
      required: true,
      description: 'Whose households: one of yours, or a member of your hub.',
    }),
    files: t.field({
      type: ['File'],
      required: true,
      description: 'One of each at most, of 5 MB; the header says which it is.',
    }),
    apply: t.boolean({
      defaultValue: false,
      description: 'True: do it. False: only say what would change.',
    }),
  }),
});

builder.mutationField('importFosteringHouseholds', (t) =>
  t.field({
    type: Import,
    description:
      'Reads approved households of an authority, and how their places are used, from files: all of it or nothing. A household that is known is not changed, but for its deregistration: what a file says of it otherwise is refused.',
    args: { input: t.arg({ type: ImportInput, required: true, description: 'The files.' }) },
    authScopes: writesHouseholds,
    resolve: (_root, { input }, { viewer }) =>
      importHouseholds(viewer, {
        authority: input.authority,
        files: input.files,
        apply: input.apply === true,
      }),
  }),
);
