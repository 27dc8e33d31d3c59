import { builder } from '../../graphql/builder.ts';
import {
  acceptReturn,
  approveReturn,
  confirmReturn,
  reopenReturn,
  withdrawReturn,
} from './return-changes.service.ts';
import { explainReturnProblems } from './return-explanations.service.ts';
import { ReturnRef, readsReturns } from './return-reference.schema.ts';
import { sendReturn } from './return-sending.service.ts';

type FieldBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

const target = (t: FieldBuilder) => ({
  id: t.globalID({ required: true, for: ReturnRef, description: 'Which version.' }),
  revision: t.int({ required: true, description: 'The revision you saw.' }),
});

const SubmitInput = builder.inputType('SubmitReturnInput', {
  description: 'What you send: files, or that nothing happened, or that nothing changed.',
  fields: (t) => ({
    authority: t.field({
      type: 'GssCode',
      required: true,
      description: 'An authority that your organisation answers for.',
    }),
    dataset: t.string({
      required: true,
      description: 'placements, costs, providers, fostering, beds or demand.',
    }),
    period: t.string({
      required: true,
      description: 'A calendar month that has ended, for example 2026-09.',
    }),
    files: t.field({
      type: ['File'],
      description: 'A workbook with a sheet for each table, or CSV files; 20 and 100 MB at most.',
    }),
    nil: t.boolean({ description: 'True: nothing happened.' }),
    noChange: t.boolean({
      description: 'True: what there was at the end of the month before is still there.',
    }),
    checkOnly: t.boolean({ description: 'True: check it, and do not submit it for approval.' }),
    idempotencyKey: t.string({
      description:
        'Your own key for this sending, 8 to 100 characters: sent again with the same content it has no further effect.',
    }),
    afterVersion: t.int({
      description: 'The latest version you know of, 0 for none: a later one is a conflict.',
    }),
    progressKey: t.id({ description: 'A UUID that you chose, to follow with `returnProgress`.' }),
  }),
});

const TargetInput = builder.inputType('ReturnInput', {
  description: 'A version of a return, as you saw it.',
  fields: (t) => target(t),
});

const ReasonInput = builder.inputType('ReturnReasonInput', {
  description: 'A version of a return, and why you change it.',
  fields: (t) => ({
    ...target(t),
    reason: t.string({
      required: true,
      description: 'For everybody who may read the return: 1 to 500 characters.',
    }),
  }),
});

const ApproveInput = builder.inputType('ApproveReturnInput', {
  description: 'A version of a return, and who answers for it.',
  fields: (t) => ({
    ...target(t),
    office: t.string({
      required: true,
      description: 'The accountable office, for example Director of Children’s Services.',
    }),
    attested: t.boolean({
      required: true,
      description: 'True: it is complete and correct to the best of that office’s knowledge.',
    }),
  }),
});

const ExplanationInput = builder.inputType('ProblemExplanationInput', {
  description: 'What you say to a query.',
  fields: (t) => ({
    nth: t.int({ required: true, description: 'Number of the problem.' }),
    explanation: t.string({ required: true, description: '1 to 500 characters; no names.' }),
  }),
});

const ExplainInput = builder.inputType('ExplainReturnProblemsInput', {
  description: 'A version of a return, and what you say to its queries.',
  fields: (t) => ({
    ...target(t),
    problems: t.field({
      type: [ExplanationInput],
      required: true,
      description: 'One for each query; 200 at most.',
    }),
  }),
});

/** An input with the id as services know it. */
const opened = <Input extends { id: { id: string } }>(input: Input) => ({
  ...input,
  id: input.id.id,
});

const sends = { signedIn: true, permission: 'return:submit' } as const;
const approves = { signedIn: true, permission: 'return:approve' } as const;

builder.mutationFields((t) => ({
  submitReturn: t.field({
    type: ReturnRef,
    description:
      'Sends a return: it is checked, kept as a new version, and submitted for approval if nothing stands against it. Files come as a GraphQL multipart request.',
    args: { input: t.arg({ type: SubmitInput, required: true, description: 'What you send.' }) },
    authScopes: sends,
    resolve: (_root, { input }, { viewer }) => sendReturn(viewer, input),
  }),
  confirmReturn: t.field({
    type: ReturnRef,
    description: 'Submits a checked return for approval.',
    args: { input: t.arg({ type: TargetInput, required: true, description: 'Which version.' }) },
    authScopes: sends,
    resolve: (_root, { input }, { viewer }) => confirmReturn(viewer, opened(input)),
  }),
  explainReturnProblems: t.field({
    type: ReturnRef,
    description: 'Says why what checking asked about is right.',
    args: { input: t.arg({ type: ExplainInput, required: true, description: 'What you say.' }) },
    authScopes: sends,
    resolve: (_root, { input }, { viewer }) => explainReturnProblems(viewer, opened(input)),
  }),
  approveReturn: t.field({
    type: ReturnRef,
    description:
      'Approves a return as its second person, and locks it. Where no hub sees its figures exactly, they come into use at once.',
    args: { input: t.arg({ type: ApproveInput, required: true, description: 'Which, and who.' }) },
    authScopes: approves,
    resolve: (_root, { input }, { viewer }) => approveReturn(viewer, opened(input)),
  }),
  acceptReturn: t.field({
    type: ReturnRef,
    description: 'Accepts an approved return for the hub: its figures come into use.',
    args: { input: t.arg({ type: TargetInput, required: true, description: 'Which version.' }) },
    authScopes: { signedIn: true, permission: 'return:accept' },
    resolve: (_root, { input }, { viewer }) => acceptReturn(viewer, opened(input)),
  }),
  reopenReturn: t.field({
    type: ReturnRef,
    description:
      'Reopens what was approved, so that another version can be sent; figures in use stay so until then. A hub sends back what it was to accept.',
    args: { input: t.arg({ type: ReasonInput, required: true, description: 'Which, and why.' }) },
    // Approvers and hubs do it: which of the two, the service decides.
    authScopes: readsReturns,
    resolve: (_root, { input }, { viewer }) => reopenReturn(viewer, opened(input)),
  }),
  withdrawReturn: t.field({
    type: ReturnRef,
    description: 'Withdraws a return for good; figures it brought into use go out of use.',
    args: { input: t.arg({ type: ReasonInput, required: true, description: 'Which, and why.' }) },
    authScopes: approves,
    resolve: (_root, { input }, { viewer }) => withdrawReturn(viewer, opened(input)),
  }),
}));
