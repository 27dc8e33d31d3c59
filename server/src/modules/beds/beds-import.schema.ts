import { bedsTemplate } from '@sufficiency/shared/beds/beds-file.ts';
import { builder } from '../../graphql/builder.ts';
import type { BedsFileProblem } from './beds-file.importer.ts';
import type { BedsImport, PlannedHome } from './beds-import.service.ts';
import { importBeds } from './beds-import.service.ts';
import { writesBeds } from './home-reference.schema.ts';

const OutcomeEnum = builder.enumType('BedsImportOutcome', {
  description: 'What becomes of a home of a file.',
  values: {
    CHANGED: { description: 'Its places are used otherwise.' },
    CONFIRMED: { description: 'Nothing changes, and that is said.' },
  },
});

const Problem = builder.objectRef<BedsFileProblem>('BedsFileProblem').implement({
  description: 'Why a row cannot be used.',
  authScopes: writesBeds,
  fields: (t) => ({
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

const Planned = builder.objectRef<PlannedHome>('PlannedHomeStates').implement({
  description: 'A home of a file, and what becomes of it.',
  authScopes: writesBeds,
  fields: (t) => ({
    urn: t.exposeString('urn', { description: 'Which.' }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'What becomes of it.' }),
  }),
});

const Import = builder.objectRef<BedsImport>('BedsImport').implement({
  description: 'What a file would change, or has changed: all of it or nothing.',
  authScopes: writesBeds,
  fields: (t) => ({
    applied: t.exposeBoolean('applied', {
      description: 'True where it was done; false where it was only looked at, or cannot be used.',
    }),
    problems: t.field({
      type: [Problem],
      description: 'What is wrong. Nothing is done while there is anything.',
      resolve: ({ problems }) => [...problems],
    }),
    homes: t.field({
      type: [Planned],
      description: 'What becomes of each home that can be used.',
      resolve: ({ homes }) => [...homes],
    }),
  }),
});

const ImportInput = builder.inputType('ImportBedsInput', {
  description:
    'CSV of how the places of homes are: urn, state, places, reason, reserved_until. A row says how many places of a home are in a state; the rows of a home make up all its places.',
  fields: (t) => ({
    csv: t.string({
      required: true,
      description: 'The text of the file: 500,000 characters at most.',
    }),
    apply: t.boolean({
      defaultValue: false,
      description: 'True: do it. False: only say what would change.',
    }),
  }),
});

builder.queryField('bedsTemplate', (t) =>
  t.string({
    description: 'A CSV file to begin from, for `importBeds`.',
    authScopes: writesBeds,
    resolve: () => bedsTemplate,
  }),
);

builder.mutationField('importBeds', (t) =>
  t.field({
    type: Import,
    description:
      'Reads how the places of homes are from a file: all of it or nothing. Homes it names are confirmed by it.',
    args: { input: t.arg({ type: ImportInput, required: true, description: 'What.' }) },
    authScopes: writesBeds,
    resolve: (_root, { input }, { viewer }) =>
      importBeds(viewer, { csv: input.csv, apply: input.apply === true }),
  }),
);
