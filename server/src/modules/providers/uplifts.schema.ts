import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { UpliftStatusEnum } from './framework-enums.schema.ts';
import { FrameworkRef, readsFrameworks, UpliftRequestRef } from './framework-reference.schema.ts';
import { findFramework } from './frameworks.service.ts';
import { providerOf } from './register.service.ts';
import { ProviderRef } from './register-reference.schema.ts';
import { answerUplift } from './uplift-answers.service.ts';
import { askUplift } from './uplift-changes.service.ts';
import { canHandleUplift, canWithdrawUplift, handleUplift } from './uplift-steps.service.ts';
import type { UpliftAnswerRecord, UpliftFilter } from './uplifts.service.ts';
import { answersOf, countUplifts, findUplifts, listUplifts } from './uplifts.service.ts';

const Answer = builder.objectRef<UpliftAnswerRecord>('UpliftAnswer').implement({
  description: 'What your own organisation answered to a request. Nobody else sees it.',
  authScopes: readsFrameworks,
  fields: (t) => ({
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'For which authority.',
      resolve: ({ authorityCode }, _args, { viewer }) => findAuthority(viewer, authorityCode),
    }),
    grantedPercent: t.exposeFloat('grantedPercent', {
      description: '0 refuses it. Unit: percent.',
    }),
    fromOn: t.expose('fromOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'First day of the new price; null where none is granted.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'For your own organisation.' }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    answeredAt: t.expose('answeredAt', { type: 'Instant', description: 'When.' }),
  }),
});

builder.node(UpliftRequestRef, {
  description:
    'A provider’s request for higher prices on a framework, handled by one authority for all. In percent only: no price is told.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'linkAuthorityCode' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findUplifts(viewer, ids),
  authScopes: readsFrameworks,
  fields: (t) => ({
    framework: t.field({
      type: FrameworkRef,
      nullable: true,
      description: 'On which framework.',
      resolve: ({ frameworkId }, _args, { viewer }) => findFramework(viewer, frameworkId),
    }),
    provider: t.field({
      type: ProviderRef,
      nullable: true,
      description: 'Who asks.',
      resolve: ({ providerId }, _args, { viewer }) => providerOf(viewer, providerId),
    }),
    askedOn: t.expose('askedOn', { type: 'LocalDate', description: 'When it was asked.' }),
    percent: t.exposeFloat('percent', { description: 'What is asked. Unit: percent.' }),
    reason: t.exposeString('reason', {
      description: 'Why, as the provider says: everybody who buys there reads it.',
    }),
    link: t.field({
      type: Authority,
      nullable: true,
      description: 'The authority that handles it for all who buy there.',
      resolve: ({ linkAuthorityCode }, _args, { viewer }) =>
        findAuthority(viewer, linkAuthorityCode),
    }),
    status: t.expose('status', { type: UpliftStatusEnum, description: 'Where it stands.' }),
    grantedPercent: t.exposeFloat('grantedPercent', {
      nullable: true,
      description: 'What the link authority agreed to; null where nothing. Unit: percent.',
    }),
    decidedOn: t.expose('decidedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When it was decided.',
    }),
    answers: t.field({
      type: [Answer],
      description: 'What your own organisation answered, by authority.',
      resolve: (uplift, _args, { viewer }) => answersOf(viewer, uplift),
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    viewerCanHandle: t.boolean({
      description: 'Whether you may move it on.',
      resolve: (uplift, _args, { viewer }) => canHandleUplift(viewer, uplift),
    }),
    viewerCanWithdraw: t.boolean({
      description: 'Whether you asked, and may take it back.',
      resolve: (uplift, _args, { viewer }) => canWithdrawUplift(viewer, uplift),
    }),
  }),
});

builder.queryField('uplifts', (t) =>
  t.connection(
    {
      type: UpliftRequestRef,
      description:
        'Requests for higher prices, the newest first: on frameworks you hold or buy by, and a provider’s own.',
      args: {
        consortium: t.arg.string({
          description: 'Only those handled by one of its members: its code.',
        }),
        framework: t.arg.globalID({ for: FrameworkRef, description: 'Only on this framework.' }),
      },
      authScopes: readsFrameworks,
      resolve: async (_root, args, { viewer }) => {
        const filter = { consortium: args.consortium, framework: args.framework?.id };
        const page = await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (slice) => listUplifts(viewer, filter, slice),
        );
        return { ...page, filter };
      },
    },
    {
      name: 'UpliftRequestConnection',
      description: 'A page of requests for higher prices.',
      authScopes: readsFrameworks,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all that you may see.',
          resolve: (page, _args, { viewer }) =>
            countUplifts(viewer, (page as unknown as { filter: UpliftFilter }).filter),
        }),
      }),
    },
    {
      name: 'UpliftRequestEdge',
      description: 'A request for higher prices in a page.',
      authScopes: readsFrameworks,
    },
  ),
);

const AskInput = builder.inputType('RequestUpliftInput', {
  description: 'A request for higher prices.',
  fields: (t) => ({
    framework: t.globalID({
      required: true,
      for: FrameworkRef,
      description: 'On which framework.',
    }),
    provider: t.string({ required: true, description: 'Key of the provider that asks.' }),
    askedOn: t.field({ type: 'LocalDate', required: true, description: 'When it was asked.' }),
    percent: t.float({ required: true, description: 'Unit: percent of the price.' }),
    reason: t.string({
      required: true,
      description:
        'Why: 1 to 1,000 characters. Everybody who buys there reads it: write no prices in it.',
    }),
    link: t.field({
      type: 'GssCode',
      description: 'The authority that is to handle it for all; absent: the lead.',
    }),
  }),
});

const HandleInput = builder.inputType('HandleUpliftInput', {
  description: 'Where a request is moved, by whoever handles it or asked.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: UpliftRequestRef, description: 'Which.' }),
    version: t.int({ required: true, description: 'The version you saw.' }),
    status: t.field({ type: UpliftStatusEnum, required: true, description: 'Where to.' }),
    grantedPercent: t.float({
      description: 'What is agreed to for all, if less than was asked. Unit: percent.',
    }),
    link: t.field({
      type: 'GssCode',
      description: 'Another authority that is to handle it from now on.',
    }),
  }),
});

const AnswerInput = builder.inputType('AnswerUpliftInput', {
  description: 'What your own organisation answers. Nobody else sees it.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: UpliftRequestRef, description: 'To which request.' }),
    authority: t.field({
      type: 'GssCode',
      required: true,
      description: 'For which authority of yours.',
    }),
    grantedPercent: t.float({ required: true, description: '0 refuses it. Unit: percent.' }),
    fromOn: t.field({ type: 'LocalDate', description: 'First day of the new price.' }),
    note: t.string({ description: 'For your own organisation.' }),
    version: t.int({ description: 'The version of the answer you saw; absent for a first one.' }),
  }),
});

builder.mutationFields((t) => ({
  requestUplift: t.field({
    type: UpliftRequestRef,
    description:
      'Records that a provider asks for higher prices: the provider itself, or an authority that buys there.',
    args: { input: t.arg({ type: AskInput, required: true, description: 'What.' }) },
    authScopes: { signedIn: true, permission: 'uplift:ask' },
    resolve: (_root, { input }, { viewer }) =>
      askUplift(viewer, { ...input, framework: input.framework.id } as never),
  }),
  handleUplift: t.field({
    type: UpliftRequestRef,
    description:
      'Moves a request on, for all who buy there: its link authority and the framework’s holder. The provider takes its own back.',
    args: { input: t.arg({ type: HandleInput, required: true, description: 'Where to.' }) },
    authScopes: { signedIn: true, permission: 'uplift:ask' },
    resolve: (_root, { input }, { viewer }) =>
      handleUplift(viewer, { ...input, id: input.id.id } as never),
  }),
  answerUplift: t.field({
    type: UpliftRequestRef,
    description: 'Answers a request for an authority of yours, or changes that answer.',
    args: { input: t.arg({ type: AnswerInput, required: true, description: 'What.' }) },
    authScopes: { signedIn: true, permission: 'uplift:answer' },
    resolve: (_root, { input }, { viewer }) =>
      answerUplift(viewer, { ...input, id: input.id.id } as never),
  }),
}));
