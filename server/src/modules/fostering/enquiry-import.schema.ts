import { builder } from '../../graphql/builder.ts';
import { ReturnRef } from '../returns/return-reference.schema.ts';
import { importEnquiries, takeEnquiriesFromReturn } from './enquiry-import.service.ts';
import { writesEnquiries } from './enquiry-reference.schema.ts';
import type { EnquiryImport, enquiryOutcomes, TakenEnquiry } from './enquiry-taking.service.ts';
import type { EnquiryRowProblem } from './sent-enquiry.ts';

const OutcomeEnum = builder.enumType('EnquiryImportOutcome', {
  description: 'What becomes of an enquiry of a file or return.',
  values: {
    NEW: { description: 'It is added.' },
    CHANGED: { description: 'It is known, and something happened since.' },
    UNCHANGED: { description: 'All of it is known.' },
  } satisfies Record<(typeof enquiryOutcomes)[number], object>,
});

const Problem = builder.objectRef<EnquiryRowProblem>('EnquiryImportProblem').implement({
  description: 'Why rows cannot be used.',
  authScopes: writesEnquiries,
  fields: (t) => ({
    row: t.exposeInt('row', { nullable: true, description: 'As Excel counts rows.' }),
    column: t.exposeString('column', { nullable: true, description: 'Name of the column.' }),
    message: t.exposeString('message', {
      description: 'What is wrong: a sentence, or the end of one that begins with the column.',
    }),
  }),
});

const Item = builder.objectRef<TakenEnquiry>('EnquiryImportItem').implement({
  description: 'An enquiry of a file or return, and what becomes of it.',
  authScopes: writesEnquiries,
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'The first row it is in, as Excel counts rows.' }),
    reference: t.exposeString('reference', { description: 'Its reference.' }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'What becomes of it.' }),
    recorded: t.exposeInt('recorded', { description: 'Events that are added.' }),
    questions: t.exposeStringList('questions', {
      description: 'What is asked about odd ones, which are held until somebody answers.',
    }),
  }),
});

const Import = builder.objectRef<EnquiryImport>('EnquiryImport').implement({
  description: 'What rows would change, or have changed: all of them or nothing.',
  authScopes: writesEnquiries,
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
      description: 'What becomes of each enquiry.',
      resolve: ({ items }) => [...items],
    }),
  }),
});

const ImportInput = builder.inputType('ImportEnquiriesInput', {
  description:
    'A file of enquiries as a CRM exports it, one a row; /exports/enquiries-template.csv has its columns.',
  fields: (t) => ({
    file: t.field({ type: 'File', required: true, description: 'CSV; 5 MB, 5,000 enquiries.' }),
    apply: t.boolean({
      defaultValue: false,
      description: 'True: do it. False: only say what would change.',
    }),
  }),
});

builder.mutationField('importEnquiries', (t) =>
  t.field({
    type: Import,
    description:
      'Reads enquiries that your organisation holds, and what happened to them, from a file: all of it or nothing. What is known is not recorded again.',
    args: { input: t.arg({ type: ImportInput, required: true, description: 'The file.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input: { file, apply } }, { viewer }) =>
      importEnquiries(viewer, { file, apply: apply === true }),
  }),
);

const TakeInput = builder.inputType('TakeEnquiriesFromReturnInput', {
  description: 'A return to take enquiries from.',
  fields: (t) => ({
    return: t.globalID({
      for: ReturnRef,
      required: true,
      description: 'A return of fostering of your own that was accepted.',
    }),
    apply: t.boolean({
      defaultValue: false,
      description: 'True: do it. False: only say what would change.',
    }),
  }),
});

builder.mutationField('takeEnquiriesFromReturn', (t) =>
  t.field({
    type: Import,
    description:
      'Takes enquiries, and what happened to them, from the events of a return that was accepted.',
    args: { input: t.arg({ type: TakeInput, required: true, description: 'Which.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input }, { viewer }) =>
      takeEnquiriesFromReturn(viewer, { id: input.return.id, apply: input.apply === true }),
  }),
);
