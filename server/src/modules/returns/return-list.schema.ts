import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { ReturnStatusEnum } from './return-enums.schema.ts';
import { ReturnRef, readsReturns } from './return-reference.schema.ts';
import type { ReturnFilter } from './returns.service.ts';
import { countReturns, findReturns, listReturns } from './returns.service.ts';

const FilterInput = builder.inputType('ReturnFilter', {
  description: 'Which returns; what is absent does not matter.',
  fields: (t) => ({
    authority: t.field({ type: 'GssCode', description: 'Only those of this authority.' }),
    dataset: t.string({ description: 'Only those of this dataset.' }),
    period: t.string({ description: 'Only those of this period, for example 2026-09.' }),
    status: t.field({ type: ReturnStatusEnum, description: 'Only those that stand so.' }),
  }),
});

builder.queryFields((t) => ({
  return: t.field({
    type: ReturnRef,
    nullable: true,
    description: 'A version of a return by its id; null if there is none that you may read.',
    args: {
      id: t.arg.globalID({ required: true, for: ReturnRef, description: 'As `id` of it.' }),
    },
    authScopes: readsReturns,
    resolve: async (_root, { id }, { viewer }) => (await findReturns(viewer, [id.id]))[0] ?? null,
  }),
  returns: t.connection(
    {
      type: ReturnRef,
      description:
        'Versions of returns, received last first: your own organisation’s, and approved ones of authorities whose figures you see exactly.',
      args: { filter: t.arg({ type: FilterInput, description: 'Which of them.' }) },
      authScopes: readsReturns,
      resolve: async (_root, args, { viewer }) => {
        const filter = args.filter ?? {};
        const page = await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (slice) => listReturns(viewer, filter, slice),
        );
        return { ...page, filter };
      },
    },
    {
      name: 'ReturnConnection',
      description: 'A page of returns.',
      authScopes: readsReturns,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all.',
          resolve: (page, _args, { viewer }) =>
            countReturns(viewer, (page as unknown as { filter: ReturnFilter }).filter),
        }),
      }),
    },
    { name: 'ReturnEdge', description: 'A return in a page.', authScopes: readsReturns },
  ),
}));
