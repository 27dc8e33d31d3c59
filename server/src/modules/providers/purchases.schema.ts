import { builder } from '../../graphql/builder.ts';
import { ReturnFormatTableRef } from '../returns/return-formats.schema.ts';
import { ReturnRef } from '../returns/return-reference.schema.ts';
import type { PlannedPurchase, PurchaseProblem } from './purchase-plan.ts';
import type { PurchaseImport } from './purchases.service.ts';
import { importContracts, listPurchaseTables, takeFromReturn } from './purchases.service.ts';

const writes = { signedIn: true, permission: 'contract:write' } as const;

const OutcomeEnum = builder.enumType('PurchaseOutcome', {
  description: 'What becomes of a row.',
  values: {
    NEW: { description: 'A membership, a contract or placements are added.' },
    CHANGED: { description: 'What is known is changed.' },
    ENDED: { description: 'A membership ends on the day the row says.' },
    UNCHANGED: { description: 'It is known as it is.' },
    NOT_OURS: { description: 'Another organisation holds the framework and says who is on it.' },
    MISSING: { description: 'A contract that is known and not among the rows; it stays.' },
    REMOVED: {
      description:
        'Placements that are known and not among the rows; they go, because rows replace their month.',
    },
  },
});

const Problem = builder.objectRef<PurchaseProblem>('PurchaseProblem').implement({
  description: 'Why a row cannot be used.',
  authScopes: writes,
  fields: (t) => ({
    table: t.exposeString('table', { nullable: true, description: 'Name of the table.' }),
    row: t.exposeInt('row', { nullable: true, description: 'As Excel counts rows.' }),
    column: t.exposeString('column', { nullable: true, description: 'Name of the column.' }),
    message: t.exposeString('message', {
      description: 'What is wrong: a sentence, or the end of one that begins with the column.',
    }),
  }),
});

const Item = builder.objectRef<PlannedPurchase>('PlannedPurchase').implement({
  description:
    'A membership of a framework, a block contract or placements with a provider, and what becomes of it.',
  authScopes: writes,
  fields: (t) => ({
    table: t.exposeString('table', {
      description: 'framework-memberships, block-contracts or placements-by-provider.',
    }),
    row: t.exposeInt('row', { nullable: true, description: 'Null where no row has it.' }),
    title: t.exposeString('title', { description: 'Which it is, in words.' }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'What becomes of it.' }),
    sentence: t.exposeString('sentence', { description: 'The same in words.' }),
  }),
});

const Import = builder.objectRef<PurchaseImport>('PurchaseImport').implement({
  description: 'What rows would change, or have changed: all of them or nothing.',
  authScopes: writes,
  fields: (t) => ({
    applied: t.exposeBoolean('applied', {
      description: 'True where it was done; false where it was only looked at, or cannot be used.',
    }),
    problems: t.field({
      type: [Problem],
      description: 'What is wrong. Nothing is done while there is anything.',
      resolve: ({ problems }) => [...problems],
    }),
    items: t.field({
      type: [Item],
      description: 'What becomes of each row, and of what no row has.',
      resolve: ({ items }) => [...items],
    }),
  }),
});

const ImportContractsInput = builder.inputType('ImportContractsInput', {
  description:
    'Files in the form of a return’s tables framework-memberships and block-contracts, and of placements-by-provider: authority_code, period, provider, urn, host_authority, service, sourcing, placements on the last day, weekly_cost.',
  fields: (t) => ({
    authority: t.field({ type: 'GssCode', required: true, description: 'One of your own.' }),
    month: t.string({
      required: true,
      description: 'A calendar month that has ended, which the rows are about: 2026-09.',
    }),
    files: t.field({
      type: ['File'],
      required: true,
      description: 'A CSV file for each table, or a workbook with a sheet for each; 5 MB each.',
    }),
    apply: t.boolean({
      defaultValue: false,
      description: 'True: do it. False: only say what would change.',
    }),
  }),
});

const TakeFromReturnInput = builder.inputType('TakeFromReturnInput', {
  description: 'A return to take memberships and contracts from.',
  fields: (t) => ({
    return: t.globalID({
      required: true,
      for: ReturnRef,
      description: 'A return of providers of your own that was accepted.',
    }),
    apply: t.boolean({
      defaultValue: false,
      description: 'True: do it. False: only say what would change.',
    }),
  }),
});

builder.queryField('purchaseTables', (t) =>
  t.field({
    type: [ReturnFormatTableRef],
    description: 'Tables that `importContracts` reads from files, with their columns and codes.',
    authScopes: writes,
    resolve: (_root, _args, { viewer }) => [...listPurchaseTables(viewer)],
  }),
);

builder.mutationField('importContracts', (t) =>
  t.field({
    type: Import,
    description:
      'Reads memberships of your frameworks, your block contracts and your placements by provider from files. Placements replace those of their month.',
    args: {
      input: t.arg({ type: ImportContractsInput, required: true, description: 'The files.' }),
    },
    authScopes: writes,
    resolve: (_root, { input: { authority, month, files, apply } }, { viewer }) =>
      importContracts(viewer, { authority, month, files, apply: apply === true }),
  }),
);

builder.mutationField('takeFromReturn', (t) =>
  t.field({
    type: Import,
    description:
      'Takes memberships of your frameworks and your block contracts from a return that was accepted.',
    args: { input: t.arg({ type: TakeFromReturnInput, required: true, description: 'Which.' }) },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) =>
      takeFromReturn(viewer, { id: input.return.id, apply: input.apply === true }),
  }),
);
