import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { FrameworkRef, readsFrameworks } from './framework-reference.schema.ts';
import type { FrameworkFilter } from './frameworks.service.ts';
import { countFrameworks, findFramework, listFrameworks } from './frameworks.service.ts';

builder.queryFields((t) => ({
  framework: t.field({
    type: FrameworkRef,
    nullable: true,
    description: 'A framework by its id; null if there is none that you may read.',
    args: {
      id: t.arg.globalID({ required: true, for: FrameworkRef, description: 'As `id` of it.' }),
    },
    authScopes: readsFrameworks,
    resolve: (_root, { id }, { viewer }) => findFramework(viewer, id.id),
  }),
  frameworks: t.connection(
    {
      type: FrameworkRef,
      description: 'Frameworks, by reference: published ones, and those your organisation holds.',
      args: {
        consortium: t.arg.string({
          description: 'Only those that a member of this consortium leads or buys by: its code.',
        }),
        service: t.arg.string({ description: 'Only those that buy this service: its code.' }),
        inForceOn: t.arg({
          type: 'LocalDate',
          description:
            'Only those in force on this day; a first or last day that is not known excludes none.',
        }),
      },
      authScopes: readsFrameworks,
      resolve: async (_root, args, { viewer }) => ({
        ...(await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (page) => listFrameworks(viewer, args as FrameworkFilter, page),
        )),
        filter: args,
      }),
    },
    {
      name: 'FrameworkConnection',
      description: 'A page of frameworks.',
      authScopes: readsFrameworks,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all that you may read.',
          resolve: (page, _args, { viewer }) =>
            countFrameworks(viewer, (page as unknown as { filter: FrameworkFilter }).filter),
        }),
      }),
    },
    { name: 'FrameworkEdge', description: 'A framework in a page.', authScopes: readsFrameworks },
  ),
}));
