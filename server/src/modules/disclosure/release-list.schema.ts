import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { ReleaseAudienceEnum, ReleaseStatusEnum } from './release-enums.schema.ts';
import { ReleaseRef, readsReleases } from './release-reference.schema.ts';
import type { ReleaseFilter } from './releases.service.ts';
import { countReleases, findRelease, listReleases } from './releases.service.ts';

const FilterInput = builder.inputType('ReleaseFilter', {
  description: 'Which releases; what is absent does not matter.',
  fields: (t) => ({
    consortium: t.string({ description: 'Only those of this consortium: its code.' }),
    dataset: t.string({ description: 'Only those of this dataset.' }),
    period: t.string({ description: 'Only those of this month, for example 2026-09.' }),
    audience: t.field({ type: ReleaseAudienceEnum, description: 'Only those for it.' }),
    status: t.field({ type: ReleaseStatusEnum, description: 'Only those that stand so.' }),
  }),
});

builder.queryFields((t) => ({
  release: t.field({
    type: ReleaseRef,
    nullable: true,
    description: 'A release by its id or by its key; null if there is none that you may read.',
    args: {
      id: t.arg.globalID({ for: ReleaseRef, description: 'As `id` of it.' }),
      key: t.arg.string({ description: 'As `key` of it: d2n2/placements/2026-09/members/2.' }),
    },
    authScopes: readsReleases,
    resolve: (_root, { id, key }, { viewer }) => findRelease(viewer, { id: id?.id, key }),
  }),
  releases: t.connection(
    {
      type: ReleaseRef,
      description:
        'Releases that you may read, the newest first; of the consortium your hub serves, those not published too.',
      args: { filter: t.arg({ type: FilterInput, description: 'Which of them.' }) },
      authScopes: readsReleases,
      resolve: async (_root, args, { viewer }) => {
        const filter = args.filter ?? {};
        const page = await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (slice) => listReleases(viewer, filter, slice),
        );
        return { ...page, filter };
      },
    },
    {
      name: 'ReleaseConnection',
      description: 'A page of releases.',
      authScopes: readsReleases,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all.',
          resolve: (page, _args, { viewer }) =>
            countReleases(viewer, (page as unknown as { filter: ReleaseFilter }).filter),
        }),
      }),
    },
    { name: 'ReleaseEdge', description: 'A release in a page.', authScopes: readsReleases },
  ),
}));
