import { releaseKey } from '@sufficiency/shared/disclosure/release-name.ts';
import { builder } from '../../graphql/builder.ts';
import { AuthorityRef, Consortium } from '../authorities/authorities.schema.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { authoritiesIn, missingFrom } from './release-authorities.service.ts';
import { certificateOf } from './release-certificates.service.ts';
import { canPublish, canWithdraw } from './release-changes.service.ts';
import { ReleaseAudienceEnum, ReleaseStatusEnum } from './release-enums.schema.ts';
import type {
  CertificateRecord,
  CertifiedAttacker,
  MissingAuthority,
  ReleaseProgress,
} from './release-record.ts';
import { ReleaseRef, readsReleases } from './release-reference.schema.ts';
import { findReleases, requesterOf, versionsOf } from './releases.service.ts';

const Missing = builder.objectRef<MissingAuthority>('MissingAuthority').implement({
  description: 'A member whose figures you do not find in a release.',
  authScopes: readsReleases,
  fields: (t) => ({
    authority: t.field({
      type: AuthorityRef,
      description: 'Which.',
      resolve: ({ authority }) => authority as never,
    }),
    reason: t.exposeString('reason', { description: 'Why, in a sentence.' }),
  }),
});

const Progress = builder.objectRef<ReleaseProgress>('ReleaseProgress').implement({
  description: 'How far the building of a release has come.',
  authScopes: { signedIn: true, permission: 'release:build' },
  fields: (t) => ({
    stage: t.exposeString('stage', { description: 'What is being done, in words.' }),
    done: t.exposeInt('done', { description: 'How much of it is done.' }),
    total: t.exposeInt('total', {
      nullable: true,
      description: 'Of how much; null while nobody knows.',
    }),
  }),
});

const AttackerType = builder.objectRef<CertifiedAttacker>('ReleaseAttacker').implement({
  description: 'Somebody a release was audited against.',
  authScopes: { signedIn: true, permission: 'release:build' },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Who, in words.' }),
    knows: t.exposeString('knows', { description: 'What they know besides all that is released.' }),
    cells: t.exposeInt('cells', {
      description:
        'How many figures are kept from them, in it and in those it was protected against.',
    }),
    narrowestInterval: t.exposeFloat('narrowestInterval', {
      nullable: true,
      description:
        'The narrowest interval, proved, that they can narrow any of these to; null where there are none.',
    }),
  }),
});

const Certificate = builder.objectRef<CertificateRecord>('ReleaseCertificate').implement({
  description: 'What an audit proved of a release.',
  authScopes: readsReleases,
  fields: (t) => ({
    auditedAt: t.expose('auditedAt', { type: 'Instant', description: 'When.' }),
    cells: t.exposeInt('cells', {
      description: 'Figures that you may read; for those of its hub who work on it, in all.',
    }),
    published: t.exposeInt('published', { description: 'Those with a value.' }),
    suppressed: t.exposeInt('suppressed', {
      description: 'Those that are c, for whatever reason: which, is never told.',
    }),
    informationKept: t.float({
      description: 'Of those with a value or c, those with a value. Unit: percent.',
      resolve: ({ published, suppressed }) =>
        published + suppressed === 0 ? 100 : (100 * published) / (published + suppressed),
    }),
    narrowestInterval: t.exposeFloat('narrowestInterval', {
      nullable: true,
      description:
        'The narrowest interval, proved, that any single attacker can narrow a c to; null where there is none.',
    }),
    seconds: t.exposeFloat('seconds', { description: 'Time it took. Unit: seconds.' }),
    method: t.exposeString('method', { description: 'How, in words, with the solver’s version.' }),
    attackers: t.field({
      type: [AttackerType],
      description: 'Whom it was audited against; none but for the hub.',
      resolve: ({ attackers }) => [...attackers],
    }),
    earlierReleases: t.field({
      type: [ReleaseRef],
      description:
        'Releases it was protected against, as far as you may read them: those before it of the same figures, those of the months before and after, and those of costs and placements both.',
      resolve: async ({ earlier }, _args, { viewer }) =>
        (await findReleases(viewer, earlier)).flatMap((release) => release ?? []),
    }),
  }),
});

builder.node(ReleaseRef, {
  description:
    'One version of a consortium’s figures of a dataset and month for an audience, protected against whoever would work out a small number. Frozen.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'contributors' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findReleases(viewer, ids),
  authScopes: readsReleases,
  fields: (t) => ({
    key: t.string({
      description: 'For people and addresses: d2n2/placements/2026-09/members/2.',
      resolve: (release) => releaseKey({ ...release, consortium: release.consortiumCode }),
    }),
    consortium: t.field({
      type: Consortium,
      description: 'Whose figures.',
      resolve: async ({ consortiumCode }, _args, { viewer }) =>
        (await findConsortium(viewer, consortiumCode)) as never,
    }),
    dataset: t.exposeString('dataset', {
      description: 'placements, costs, providers, fostering, beds or demand.',
    }),
    period: t.exposeString('period', { description: 'The month, for example 2026-09.' }),
    audience: t.expose('audience', { type: ReleaseAudienceEnum, description: 'Whom it is for.' }),
    version: t.exposeInt('version', { description: '1 for the first; a later one replaces it.' }),
    status: t.expose('status', { type: ReleaseStatusEnum, description: 'Where it stands.' }),
    revision: t.exposeInt('revision', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where any of its figures is made up for a demonstration.',
    }),
    minimumCount: t.exposeInt('minimumCount', {
      description: 'Counts below this, zero excepted, are c: 8 or more.',
    }),
    rounding: t.exposeInt('rounding', {
      description: 'Other counts are given to the nearest so many: 5 or more.',
    }),
    requestedAt: t.expose('requestedAt', {
      type: 'Instant',
      description: 'When it was asked for.',
    }),
    requestedBy: t.string({
      nullable: true,
      description: 'Account that asked for it; null but for its hub.',
      resolve: (release, _args, { viewer }) => requesterOf(viewer, release),
    }),
    builtAt: t.expose('builtAt', {
      type: 'Instant',
      nullable: true,
      description: 'The moment whose exact figures it was built from; null while it is not built.',
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was published.',
    }),
    endedAt: t.expose('endedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was superseded or withdrawn, or its building failed.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it failed or was withdrawn, in a sentence; null otherwise.',
    }),
    authorities: t.field({
      type: [AuthorityRef],
      description: 'Those whose figures are in it and shared with you, by name.',
      resolve: async (release, _args, { viewer }) =>
        (await authoritiesIn(viewer, release)) as never,
    }),
    missing: t.field({
      type: [Missing],
      description: 'The other members of the consortium, by name.',
      resolve: (release, _args, { viewer }) => missingFrom(viewer, release),
    }),
    certificate: t.field({
      type: Certificate,
      nullable: true,
      description: 'What the audit proved; null until it is audited.',
      resolve: (release, _args, { viewer }) => certificateOf(viewer, release),
    }),
    progress: t.expose('progress', {
      type: Progress,
      nullable: true,
      description:
        'How far its building has come; null unless it is being built, and but for its hub.',
    }),
    versions: t.field({
      type: [ReleaseRef],
      description:
        'All versions for the same consortium, dataset, month and audience that you may read, newest first.',
      resolve: (release, _args, { viewer }) => versionsOf(viewer, release),
    }),
    canPublish: t.boolean({
      description: 'Whether you may publish it now.',
      resolve: (release, _args, { viewer }) => canPublish(viewer, release),
    }),
    canWithdraw: t.boolean({
      description: 'Whether you may withdraw it, or stop its building.',
      resolve: (release, _args, { viewer }) => canWithdraw(viewer, release),
    }),
  }),
});
