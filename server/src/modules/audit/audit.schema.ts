import type { ResolveCursorConnectionArgs } from '@pothos/plugin-relay';
import { resolveCursorConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Organisation } from '../access/organisation.schema.ts';
import { SharingAgreement } from '../sharing/agreement.schema.ts';
import {
  actingOrganisation,
  agreementOfEvent,
  auditCursor,
  countAuditEvents,
  findAuditEvents,
  listAuditEvents,
} from './audit-log.service.ts';
import type { AuditRecord } from './audit-record.ts';

const reads = { signedIn: true, permission: 'audit:read' } as const;

const AuditEvent = builder.node(builder.objectRef<AuditRecord>('AuditEvent'), {
  description: 'Something that happened, in your organisation’s log.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) =>
    typeof value === 'object' && value !== null && 'actorOrganisationId' in value,
  loadMany: (ids, { viewer }) => findAuditEvents(viewer, ids),
  authScopes: reads,
  fields: (t) => ({
    type: t.exposeString('type', { description: 'What happened, for example figures.read.' }),
    account: t.exposeString('account', { description: 'Account that did it.' }),
    role: t.exposeString('role', { description: 'Its role then.' }),
    organisation: t.field({
      type: Organisation,
      description: 'Organisation it acted for.',
      resolve: (event, _args, { viewer }) => actingOrganisation(viewer, event),
    }),
    agreement: t.field({
      type: SharingAgreement,
      nullable: true,
      description: 'Agreement that allowed it, or that it was about; null where there was none.',
      resolve: (event, _args, { viewer }) => agreementOfEvent(viewer, event),
    }),
    sentence: t.exposeString('sentence', { description: 'The whole event in one sentence.' }),
    details: t.exposeStringList('lines', {
      description: 'What it was about, one line each: names, codes and days, never a figure.',
    }),
    occurredAt: t.expose('occurredAt', { type: 'Instant', description: 'When it happened.' }),
    sequence: t.exposeInt('sequence', {
      nullable: true,
      description:
        'Its place in the chain, counted from 1; null for a second or two, until it has one.',
    }),
  }),
});

builder.queryField('auditEvents', (t) =>
  t.connection(
    {
      type: AuditEvent,
      description:
        'Your organisation’s log, newest first: who looked at what of yours, under which agreement, and when.',
      authScopes: reads,
      args: {
        type: t.arg.string({ description: 'Only events of this type, for example figures.read.' }),
        organisation: t.arg.string({ description: 'Only what this organisation did: its slug.' }),
        from: t.arg({ type: 'LocalDate', description: 'From this day on, in England.' }),
        to: t.arg({ type: 'LocalDate', description: 'Up to and including this day, in England.' }),
      },
      resolve: async (_root, args, { viewer }) => {
        const { edges, pageInfo } = await resolveCursorConnection(
          {
            args,
            maxSize: largestPageOf(args),
            defaultSize: 50,
            toCursor: (event: AuditRecord) => auditCursor(event),
          },
          (page: ResolveCursorConnectionArgs) => listAuditEvents(viewer, args, page),
        );
        const ends = edges.length > 0 ? {} : { startCursor: null, endCursor: null };
        return { edges, pageInfo: { ...pageInfo, ...ends }, filter: args };
      },
    },
    {
      name: 'AuditEventConnection',
      description: 'A page of the log.',
      authScopes: reads,
      fields: (fields) => ({
        totalCount: fields.int({
          description: 'How many there are in all.',
          resolve: ({ filter }, _args, { viewer }) => countAuditEvents(viewer, filter),
        }),
      }),
    },
    { name: 'AuditEventEdge', description: 'An event in a page.', authScopes: reads },
  ),
);
