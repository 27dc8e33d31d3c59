import { collectionWindow } from '@sufficiency/shared/returns/collection-calendar.ts';
import { builder } from '../../graphql/builder.ts';
import { AuthorityRef } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { bringsIntoUse, canChange } from './return-changes.service.ts';
import { ReturnKindEnum, ReturnStatusEnum } from './return-enums.schema.ts';
import type { ReturnRecord } from './return-record.ts';
import { isLocked, isOnTime, wasApproved } from './return-record.ts';
import { ReturnRef, readsReturns } from './return-reference.schema.ts';
import type { ReturnStep } from './return-steps.service.ts';
import { accepterOf, readSteps } from './return-steps.service.ts';
import { findReturns, versionsOf } from './returns.service.ts';

const Step = builder.objectRef<ReturnStep>('ReturnStep').implement({
  description: 'Something that happened to a version of a return.',
  authScopes: readsReturns,
  fields: (t) => ({
    action: t.exposeString('action', {
      description:
        'received, explained, submitted, approved, accepted, reopened, withdrawn or superseded.',
    }),
    account: t.exposeString('account', { description: 'Account that did it.' }),
    organisation: t.exposeString('organisation', { description: 'For whom it acted.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'The reason or attestation that was given.',
    }),
    at: t.expose('at', { type: 'Instant', description: 'When.' }),
  }),
});

builder.node(ReturnRef, {
  description:
    'One version of one authority’s submission for one dataset and period. Nothing is overwritten.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'contentHash' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findReturns(viewer, ids),
  authScopes: readsReturns,
  fields: (t) => ({
    authority: t.field({
      type: AuthorityRef,
      description: 'Whom it is about.',
      resolve: async ({ authorityCode }, _args, { viewer }) =>
        (await findAuthority(viewer, authorityCode)) as never,
    }),
    dataset: t.exposeString('dataset', {
      description: 'placements, costs, providers, fostering, beds or demand.',
    }),
    period: t.exposeString('period', { description: 'Label of its period, for example 2026-09.' }),
    version: t.exposeInt('version', { description: '1 for the first; a later one replaces it.' }),
    kind: t.expose('kind', { type: ReturnKindEnum, description: 'What it says.' }),
    status: t.expose('status', { type: ReturnStatusEnum, description: 'Where it stands.' }),
    revision: t.exposeInt('revision', {
      description: 'Grows by one with every change; a change names the revision it saw.',
    }),
    format: t.exposeString('format', {
      description: 'The format it was read by, for example placements 2026-27 v1.',
    }),
    source: t.exposeString('source', { description: 'Where it came from, in words.' }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    locked: t.boolean({
      description: 'True while nothing new can be sent because of it.',
      resolve: isLocked,
    }),
    approvalBringsIntoUse: t.boolean({
      description:
        'Whether approval brings its figures into use at once, because no hub sees them exactly and so none accepts them; false for other organisations’ returns.',
      resolve: (record, _args, { viewer }) => bringsIntoUse(viewer, record),
    }),
    dueOn: t.field({
      type: 'LocalDate',
      description: 'Up to and including this day it is on time.',
      resolve: ({ dataset, period }) => collectionWindow(dataset, period).dueOn,
    }),
    onTime: t.boolean({
      nullable: true,
      description:
        'Whether this version was first submitted on that day or before; null where it never was.',
      resolve: isOnTime,
    }),
    versions: t.field({
      type: [ReturnRef],
      description: 'All versions of the same return that you may read, newest first.',
      resolve: (record, _args, { viewer }) => versionsOf(viewer, record),
    }),
    steps: t.field({
      type: [Step],
      description: 'What happened to it, the first thing first.',
      resolve: (record, _args, { viewer }) => readSteps(viewer, record),
    }),
  }),
});

builder.objectFields(ReturnRef, (t) => ({
  receivedAt: t.expose('receivedAt', { type: 'Instant', description: 'When it came.' }),
  receivedBy: t.exposeString('receivedBy', {
    nullable: true,
    description: 'Account that sent it; null where a demonstration made it up.',
  }),
  submittedBy: t.exposeString('submittedBy', {
    nullable: true,
    description: 'Account that submitted it for approval; null where none did.',
  }),
  approvedAt: t.field({
    type: 'Instant',
    nullable: true,
    description: 'When its approval that stands was given.',
    resolve: (record) => (wasApproved(record) ? record.approvedAt : null),
  }),
  approvedBy: t.string({
    nullable: true,
    description: 'Account that approved it: never the one that submitted it.',
    resolve: (record) => (wasApproved(record) ? record.approvedBy : null),
  }),
  attestation: t.string({
    nullable: true,
    description: 'Who answers for it, an office, and what it attests.',
    resolve: (record) => (wasApproved(record) ? record.attestation : null),
  }),
  acceptedAt: t.expose('acceptedAt', {
    type: 'Instant',
    nullable: true,
    description: 'When its figures came into use.',
  }),
  acceptedBy: t.string({
    nullable: true,
    description: 'Name of the organisation that accepted it.',
    resolve: (record, _args, { viewer }) => accepterOf(viewer, record),
  }),
  reopenedAt: t.expose('reopenedAt', {
    type: 'Instant',
    nullable: true,
    description: 'Since when another version can be sent although this one is in use.',
  }),
  endedAt: t.expose('endedAt', {
    type: 'Instant',
    nullable: true,
    description: 'When it was withdrawn or replaced.',
  }),
}));

type Action = Parameters<typeof canChange>[2];

builder.objectFields(ReturnRef, (t) => {
  const can = (action: Action, description: string) =>
    t.boolean({
      description,
      resolve: (record: ReturnRecord, _args, { viewer }) => canChange(viewer, record, action),
    });
  return {
    viewerCanExplain: can('explain', 'Whether you may explain its queries.'),
    viewerCanConfirm: can('confirm', 'Whether you may submit it for approval.'),
    viewerCanApprove: can('approve', 'Whether you may approve it as its second person.'),
    viewerCanAccept: can('accept', 'Whether you may accept it for the hub.'),
    viewerCanSendBack: can('sendBack', 'Whether you may send it back for the hub.'),
    viewerCanReopen: can('reopen', 'Whether you may reopen it for your authority.'),
    viewerCanWithdraw: can('withdraw', 'Whether you may withdraw it.'),
  };
});
