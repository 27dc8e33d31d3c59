import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { ProblemSeverityEnum } from './return-enums.schema.ts';
import type { ProblemRow } from './return-problems.service.ts';
import { listProblems } from './return-problems.service.ts';
import type { ReturnRecord } from './return-record.ts';
import { ReturnRef, readsReturns } from './return-reference.schema.ts';

const Problem = builder.objectRef<ProblemRow>('ReturnProblem').implement({
  description: 'Something that checking found in a return.',
  authScopes: readsReturns,
  fields: (t) => ({
    nth: t.exposeInt('nth', { description: 'Its number within the return: names it.' }),
    severity: t.expose('severity', {
      type: ProblemSeverityEnum,
      description: 'How much it matters.',
    }),
    rule: t.exposeString('rule', {
      description: 'What was checked, for example returns/code-list.',
    }),
    message: t.exposeString('message', { description: 'What is wrong, in a sentence.' }),
    mend: t.exposeString('mend', { description: 'What to do about it.' }),
    table: t.exposeString('table', {
      nullable: true,
      description: 'Table of the format; null where it is about none.',
    }),
    sheet: t.exposeString('sheet', {
      nullable: true,
      description: 'Sheet or CSV file; null where it is about none.',
    }),
    row: t.exposeInt('row', {
      nullable: true,
      description: 'Row as Excel counts: the first line of the file is 1.',
    }),
    column: t.exposeString('column', {
      nullable: true,
      description: 'Letter and heading, for example C placement_type.',
    }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'The beginning of what stands there.',
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description: 'What the sender said to a query.',
    }),
    explainedBy: t.exposeString('explainedBy', {
      nullable: true,
      description: 'Account that said it.',
    }),
  }),
});

interface Counted {
  readonly record: ReturnRecord;
  readonly severity: ProblemRow['severity'] | null;
}

const counts = { ERROR: 'errors', QUERY: 'queries', NOTE: 'notes' } as const;

const countOf = ({ record, severity }: Counted): number =>
  severity ? record[counts[severity]] : record.errors + record.queries + record.notes;

builder.objectField(ReturnRef, 'problems', (t) =>
  t.connection(
    {
      type: Problem,
      description:
        'What checking found, in the order of the files: of your own organisation’s returns only.',
      args: {
        severity: t.arg({ type: ProblemSeverityEnum, description: 'Only those of this severity.' }),
      },
      resolve: async (record, args, { viewer }) => {
        const severity = args.severity ?? null;
        const page = await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (slice) => listProblems(viewer, record, { severity, ...slice }),
        );
        return { ...page, counted: { record, severity } };
      },
    },
    {
      name: 'ReturnProblemConnection',
      description: 'A page of problems.',
      authScopes: readsReturns,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all.',
          resolve: (page) => countOf((page as unknown as { counted: Counted }).counted),
        }),
      }),
    },
    {
      name: 'ReturnProblemEdge',
      description: 'A problem in a page.',
      authScopes: readsReturns,
    },
  ),
);

const Counts = builder.objectRef<ReturnRecord>('ReturnProblemCounts').implement({
  description: 'How many problems a return has, as far as they are listed.',
  authScopes: readsReturns,
  fields: (t) => ({
    errors: t.exposeInt('errors', { description: 'Must be mended.' }),
    queries: t.exposeInt('queries', { description: 'Are to be explained.' }),
    notes: t.exposeInt('notes', { description: 'Are worth knowing.' }),
    unexplained: t.exposeInt('unexplained', { description: 'Queries that nobody has explained.' }),
  }),
});

builder.objectField(ReturnRef, 'problemCounts', (t) =>
  t.field({
    type: Counts,
    nullable: true,
    description: 'How many problems; null for other organisations’ returns.',
    resolve: (record, _args, { viewer }) =>
      record.tenantId === viewer.actor.organisationId ? record : null,
  }),
);
