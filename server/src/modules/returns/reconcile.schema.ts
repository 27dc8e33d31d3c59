import type {
  CellPlace,
  ReconcileFinding,
  ReconcileGap,
  ReconcileReading,
  Reconciliation,
} from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import {
  reconcileRules,
  reconcileSeverities,
} from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { builder } from '../../graphql/builder.ts';
import { reconcileTable } from './reconcile.service.ts';

const severityWords = {
  error: 'The figures cannot all be right.',
  query: 'They can be right, for a reason to ask for.',
  note: 'Worth knowing.',
} as const;

const Severity = builder.enumType('ReconcileSeverity', {
  description: 'How much a finding matters.',
  values: Object.fromEntries(
    reconcileSeverities.map((value) => [
      value.toUpperCase(),
      { value, description: severityWords[value] },
    ]),
  ),
});

const Place = builder.objectRef<CellPlace>('TableCell').implement({
  description: 'A cell of a table, as a spreadsheet counts: the header is row 1.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'Row; the first below the header is 2.' }),
    column: t.exposeInt('column', { description: 'Column; the first is 1.' }),
  }),
});

const Finding = builder.objectRef<ReconcileFinding>('ReconcileFinding').implement({
  description: 'Figures of a table that do not agree with one another.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    rule: t.exposeString('rule', {
      description: `What was checked: ${reconcileRules.join(', ')}.`,
    }),
    severity: t.expose('severity', { type: Severity, description: 'How much it matters.' }),
    cells: t.field({
      type: [Place],
      description: 'The cells concerned; the first is the one that is questioned.',
      resolve: ({ cells }) => [...cells],
    }),
    printed: t.exposeString('printed', { description: 'What is printed.' }),
    expected: t.exposeString('expected', {
      nullable: true,
      description: 'What the other figures make it; null where they do not say one number.',
    }),
    difference: t.exposeFloat('difference', {
      nullable: true,
      description: 'Printed less expected; null where there is no expected number.',
    }),
    sentence: t.exposeString('sentence', { description: 'What is wrong, for a committee.' }),
  }),
});

const Gap = builder.objectRef<ReconcileGap>('ReconcileGap').implement({
  description:
    'A check that cannot be made because a figure is not given. What it may be is never told.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    cells: t.field({
      type: [Place],
      description: 'Where nothing is given.',
      resolve: ({ cells }) => [...cells],
    }),
    sentence: t.exposeString('sentence', { description: 'What cannot be checked.' }),
  }),
});

const Reading = builder.objectRef<ReconcileReading>('ReconcileReading').implement({
  description: 'How the table was read: guessed, where the question did not say.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    totalRows: t.field({
      type: ['Int'],
      description: 'Rows that are totals.',
      resolve: ({ totalRows }) => [...totalRows],
    }),
    totalColumns: t.field({
      type: ['Int'],
      description: 'Columns that are totals.',
      resolve: ({ totalColumns }) => [...totalColumns],
    }),
    percentColumns: t.field({
      type: ['Int'],
      description: 'Columns of percentages.',
      resolve: ({ percentColumns }) => [...percentColumns],
    }),
  }),
});

const ReconciliationType = builder.objectRef<Reconciliation>('Reconciliation').implement({
  description: 'Whether a table adds up.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    sentence: t.exposeString('sentence', {
      description: 'The answer, in a sentence: it counts also what is not listed.',
    }),
    checks: t.exposeInt('checks', { description: 'How many checks were made.' }),
    findings: t.field({
      type: [Finding],
      description: 'What does not add up, the gravest first, 200 at most; rounding is no fault.',
      resolve: ({ findings }) => [...findings],
    }),
    unchecked: t.field({
      type: [Gap],
      description: 'What could not be checked, 200 at most.',
      resolve: ({ unchecked }) => [...unchecked],
    }),
    reading: t.expose('reading', { type: Reading, description: 'How the table was read.' }),
  }),
});

const ReconcileInput = builder.inputType('ReconcileInput', {
  description:
    'A table as it is printed: 100 columns, 2,000 rows and 10,000 cells at most. What is not said of it is guessed.',
  fields: (t) => ({
    header: t.stringList({ required: true, description: 'Names of its columns.' }),
    rows: t.field({
      type: t.listRef(t.listRef('String')),
      required: true,
      description: 'Texts of its cells, row by row, as many in each as the header has.',
    }),
    totalRows: t.intList({ description: 'Rows that are totals; the first below the header is 2.' }),
    totalColumns: t.intList({ description: 'Columns that are totals; the first is 1.' }),
    percentColumns: t.intList({ description: 'Columns of percentages; the first is 1.' }),
  }),
});

builder.queryField('reconcile', (t) =>
  t.field({
    type: ReconciliationType,
    description:
      'Checks the arithmetic of any table: totals, shares, rates, growth, stocks, breakdowns, targets. Nothing is kept.',
    args: {
      table: t.arg({ type: ReconcileInput, required: true, description: 'The table.' }),
    },
    authScopes: { signedIn: true },
    resolve: (_root, { table }, { viewer, signal }) => {
      const printed = {
        header: table.header,
        rows: table.rows,
        totalRows: table.totalRows ?? undefined,
        totalColumns: table.totalColumns ?? undefined,
        percentColumns: table.percentColumns ?? undefined,
      };
      return reconcileTable(viewer.actor.organisationId, printed, signal);
    },
  }),
);
