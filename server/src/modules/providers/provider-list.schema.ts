import type { ResolveCursorConnectionArgs } from '@pothos/plugin-relay';
import { resolveCursorConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import type { AskedOwners, OwnersPage } from './provider-list.service.ts';
import { listProviderGroups, listProviders } from './provider-list.service.ts';
import { ProviderGroupRef, ProviderRef, readsRegister } from './register-reference.schema.ts';

interface AskedPage extends AskedOwners {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page as the relay has it, and how many there are in all. */
async function pageOf<Owner extends object>(
  args: AskedPage,
  read: (part: ResolveCursorConnectionArgs) => Promise<OwnersPage<Owner>>,
) {
  let totalCount = 0;
  const { edges, pageInfo } = await resolveCursorConnection(
    {
      args,
      maxSize: largestPageOf(args),
      defaultSize: 50,
      toCursor: ({ cursor }: OwnersPage<Owner>['owners'][number]) => cursor,
    },
    async (part: ResolveCursorConnectionArgs) => {
      const page = await read(part);
      totalCount = page.totalCount;
      return [...page.owners];
    },
  );
  const ends = edges.length > 0 ? {} : { startCursor: null, endCursor: null };
  return {
    pageInfo: { ...pageInfo, ...ends },
    totalCount,
    edges: edges.map(({ cursor, node }) => ({ cursor, node: node.owner })),
  };
}

const search = 'Names like this, misspelt ones too: those most like it first.';
const consortium = 'Only with services in areas of its members: its code.';
const synthetic = 'Fictitious ones instead of real ones.';
const totalOf = (page: unknown) => (page as { totalCount: number }).totalCount;

builder.queryFields((t) => ({
  providers: t.connection(
    {
      type: ProviderRef,
      description: 'Legal owners that have services on the newest register, by name.',
      args: {
        search: t.arg.string({ description: search }),
        consortium: t.arg.string({ description: consortium }),
        synthetic: t.arg.boolean({ defaultValue: false, description: synthetic }),
      },
      authScopes: readsRegister,
      resolve: (_root, args, { viewer }) =>
        pageOf(args, (part) => listProviders(viewer, args, part)),
    },
    {
      name: 'ProviderConnection',
      description: 'A page of providers.',
      authScopes: readsRegister,
      fields: (c) => ({
        totalCount: c.int({ description: 'How many there are in all.', resolve: totalOf }),
      }),
    },
    { name: 'ProviderEdge', description: 'A provider in a page.', authScopes: readsRegister },
  ),
  providerGroups: t.connection(
    {
      type: ProviderGroupRef,
      description: 'Provider groups that have services on the newest register, by name.',
      args: {
        search: t.arg.string({ description: search }),
        consortium: t.arg.string({ description: consortium }),
        synthetic: t.arg.boolean({ defaultValue: false, description: synthetic }),
      },
      authScopes: readsRegister,
      resolve: (_root, args, { viewer }) =>
        pageOf(args, (part) => listProviderGroups(viewer, args, part)),
    },
    {
      name: 'ProviderGroupConnection',
      description: 'A page of provider groups.',
      authScopes: readsRegister,
      fields: (c) => ({
        totalCount: c.int({ description: 'How many there are in all.', resolve: totalOf }),
      }),
    },
    {
      name: 'ProviderGroupEdge',
      description: 'A provider group in a page.',
      authScopes: readsRegister,
    },
  ),
}));
