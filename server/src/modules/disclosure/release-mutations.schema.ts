import { builder } from '../../graphql/builder.ts';
import { publishRelease, withdrawRelease } from './release-changes.service.ts';
import { ReleaseAudienceEnum } from './release-enums.schema.ts';
import { followRelease } from './release-progress.service.ts';
import { ReleaseRef, readsReleases } from './release-reference.schema.ts';
import { buildRelease } from './release-requests.service.ts';
import { findRelease } from './releases.service.ts';

const BuildInput = builder.inputType('BuildReleaseInput', {
  description: 'What to build.',
  fields: (t) => ({
    consortium: t.string({ required: true, description: 'Code of the consortium you serve.' }),
    dataset: t.string({
      required: true,
      description: 'placements, costs, providers, fostering, beds or demand.',
    }),
    period: t.string({
      required: true,
      description: 'A calendar month that has ended, for example 2026-09.',
    }),
    audience: t.field({
      type: ReleaseAudienceEnum,
      required: true,
      description: 'Whom it is for.',
    }),
    publishWhenReady: t.boolean({
      description: 'True: publish it at once when its audit holds; else it waits for you.',
    }),
  }),
});

const PublishInput = builder.inputType('PublishReleaseInput', {
  description: 'Which release to publish.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: ReleaseRef, description: 'Which.' }),
    revision: t.int({ required: true, description: 'The revision you saw.' }),
  }),
});

const WithdrawInput = builder.inputType('WithdrawReleaseInput', {
  description: 'Which release to take back, and why.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: ReleaseRef, description: 'Which.' }),
    revision: t.int({ required: true, description: 'The revision you saw.' }),
    reason: t.string({ required: true, description: 'Why, for your hub: 1 to 500 characters.' }),
  }),
});

const publishes = { signedIn: true, permission: 'release:publish' } as const;

builder.mutationFields((t) => ({
  buildRelease: t.field({
    type: ReleaseRef,
    description:
      'Asks for the next version of a release. It is built in the background: follow it with `releaseProgress`.',
    args: { input: t.arg({ type: BuildInput, required: true, description: 'What to build.' }) },
    authScopes: { signedIn: true, permission: 'release:build' },
    resolve: (_root, { input }, { viewer }) => buildRelease(viewer, input),
  }),
  publishRelease: t.field({
    type: ReleaseRef,
    description:
      'Publishes a release that is ready: its audience reads it from now on, instead of the version before.',
    args: { input: t.arg({ type: PublishInput, required: true, description: 'Which.' }) },
    authScopes: publishes,
    resolve: (_root, { input }, { viewer }) =>
      publishRelease(viewer, { ...input, id: input.id.id }),
  }),
  withdrawRelease: t.field({
    type: ReleaseRef,
    description: 'Takes a release back for good, or stops its building.',
    args: {
      input: t.arg({ type: WithdrawInput, required: true, description: 'Which, and why.' }),
    },
    authScopes: publishes,
    resolve: (_root, { input }, { viewer }) =>
      withdrawRelease(viewer, { ...input, id: input.id.id }),
  }),
}));

builder.subscriptionField('releaseProgress', (t) =>
  t.field({
    type: ReleaseRef,
    nullable: true,
    description:
      'A release, at once and whenever its building comes on or it stands elsewhere; null if there is none that you may read.',
    authScopes: readsReleases,
    args: { id: t.arg.globalID({ required: true, for: ReleaseRef, description: 'Which.' }) },
    subscribe: (_root, { id }, { viewer, live }) => followRelease(viewer, live, id.id),
    resolve: (_root, { id }, { viewer }) => findRelease(viewer, { id: id.id }),
  }),
);
