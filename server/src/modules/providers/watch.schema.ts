import { resolveArrayConnection } from '@pothos/plugin-relay';
import { fieldsAskedOf } from '../../graphql/asked-fields.ts';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { FrameworkRef, readsContracts } from './framework-reference.schema.ts';
import { findFrameworks } from './frameworks.service.ts';
import { findService } from './register.service.ts';
import { ServiceRef } from './register-reference.schema.ts';
import { findNotifications, listNotifications, markNotificationsRead } from './watch.service.ts';
import type { Notification } from './watch.ts';

const KindEnum = builder.enumType('NotificationKind', {
  description: 'What a notification is about.',
  values: {
    JUDGEMENT_BREAKS_CONDITION: {
      description:
        'A newly loaded judgement is below what a framework asks for that you may call off.',
    },
    JUDGEMENT_FELL: {
      description: 'A newly loaded judgement fell where you have placements.',
    },
  },
});

const NotificationRef = builder.objectRef<Notification>('Notification');

builder.node(NotificationRef, {
  description: 'Something the product tells your organisation.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) =>
    typeof value === 'object' && value !== null && 'sentence' in value && 'readAt' in value,
  loadMany: (ids, { viewer }) => findNotifications(viewer, ids),
  authScopes: readsContracts,
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum, description: 'What it is about.' }),
    createdAt: t.expose('createdAt', {
      type: 'Instant',
      description: 'When the register that says it was loaded.',
    }),
    title: t.exposeString('title', { description: 'The judgement, and of what.' }),
    sentence: t.exposeString('sentence', { description: 'All of it in words.' }),
    urn: t.exposeString('urn', { description: 'URN of the service: give it to `service`.' }),
    framework: t.field({
      type: FrameworkRef,
      nullable: true,
      description: 'The framework whose condition is broken; null where there is none.',
      resolve: async ({ frameworkId }, _args, { viewer }) =>
        frameworkId === null ? null : ((await findFrameworks(viewer, [frameworkId]))[0] ?? null),
    }),
    service: t.field({
      type: ServiceRef,
      nullable: true,
      description: 'The service, as the register has it.',
      resolve: ({ urn }, _args, { viewer }) => findService(viewer, urn),
    }),
    placements: t.exposeInt('placements', {
      description: 'Your organisation’s own placements there, in the newest month it recorded.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where the service is made up for a demonstration.',
    }),
    readAt: t.expose('readAt', {
      type: 'Instant',
      nullable: true,
      description: 'When you read it; null until then.',
    }),
  }),
});

builder.queryField('notifications', (t) =>
  t.connection(
    {
      type: NotificationRef,
      description: 'What the product tells your organisation, newest first.',
      args: {
        unread: t.arg.boolean({
          description: 'True: only those you have not read. False: only those you have.',
        }),
      },
      authScopes: readsContracts,
      resolve: async (_root, args, { viewer }, info) => {
        largestPageOf(args);
        const asked = fieldsAskedOf(info);
        const counted = !asked.has('edges') && !asked.has('nodes');
        const all = await listNotifications(viewer, args, counted);
        return { ...resolveArrayConnection({ args }, all), all };
      },
    },
    {
      name: 'NotificationConnection',
      description: 'A page of notifications.',
      authScopes: readsContracts,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all.',
          resolve: (page) => (page as unknown as { all: readonly Notification[] }).all.length,
        }),
        unreadCount: c.int({
          description: 'How many of them you have not read.',
          resolve: (page) =>
            (page as unknown as { all: readonly Notification[] }).all.filter(
              ({ readAt }) => readAt === null,
            ).length,
        }),
      }),
    },
    {
      name: 'NotificationEdge',
      description: 'A notification in a page.',
      authScopes: readsContracts,
    },
  ),
);

const MarkInput = builder.inputType('MarkNotificationsReadInput', {
  description: 'What you have read.',
  fields: (t) => ({
    ids: t.globalIDList({
      required: true,
      for: NotificationRef,
      description: 'As `id` of each notification; 200 at most.',
    }),
  }),
});

builder.mutationField('markNotificationsRead', (t) =>
  t.field({
    type: [NotificationRef],
    description: 'Records that you have read notifications, and answers these.',
    args: { input: t.arg({ type: MarkInput, required: true, description: 'Which.' }) },
    authScopes: readsContracts,
    resolve: (_root, { input }, { viewer }) =>
      markNotificationsRead(
        viewer,
        input.ids.map(({ id }) => id),
      ),
  }),
);
