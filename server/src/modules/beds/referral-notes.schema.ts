import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import type { OfferedCount, ReferralNoteRecord } from './referral-note-record.ts';
import type { ReferralFilter } from './referral-notes.service.ts';
import {
  countReferralNotes,
  findReferralNotes,
  keptUntil,
  listReferralNotes,
  madeByOf,
  recordReferral,
  recordReferralOutcome,
} from './referral-notes.service.ts';
import { askedIn, VacanciesInput } from './vacancies-input.schema.ts';
import { BasisEnum, CriteriaType, findsBeds, OutcomeEnum } from './vacancy-reference.schema.ts';

const ReferralNoteRef = builder.objectRef<ReferralNoteRecord>('ReferralNote');

const Offered = builder.objectRef<OfferedCount>('ReferralOffered').implement({
  description: 'Homes that a search found by how a place of theirs could be had.',
  authScopes: findsBeds,
  fields: (t) => ({
    basis: t.expose('basis', { type: BasisEnum, description: 'How.' }),
    homes: t.exposeInt('homes', { description: 'How many.' }),
  }),
});

builder.node(ReferralNoteRef, {
  description:
    'That somebody of your organisation looked for a home: in bands, without a name or a place below an authority. Nobody else’s, and deleted after twelve months.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'offeredBy' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findReferralNotes(viewer, ids),
  authScopes: findsBeds,
  fields: (t) => ({
    madeAt: t.expose('madeAt', { type: 'Instant', description: 'When.' }),
    madeBy: t.string({
      description: 'The account that made it; empty where that is gone.',
      resolve: (note, _args, { viewer }) => madeByOf(viewer, note),
    }),
    keptUntil: t.field({
      type: 'LocalDate',
      description: 'The day after which it is deleted.',
      resolve: (note) => keptUntil(note),
    }),
    criteria: t.expose('criteria', { type: CriteriaType, description: 'What was looked for.' }),
    offered: t.exposeInt('offered', { description: 'Homes that were found.' }),
    offeredBy: t.field({
      type: [Offered],
      description: 'The same by how a place could be had.',
      resolve: ({ offeredBy }) => [...offeredBy],
    }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'What became of it.' }),
    outcomeOn: t.expose('outcomeOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When; null until then.',
    }),
    placedBy: t.expose('placedBy', {
      type: BasisEnum,
      nullable: true,
      description: 'How the place was had; null unless it was PLACED.',
    }),
    placedIn: t.field({
      type: Authority,
      nullable: true,
      description: 'In whose area, never in which home; null unless it was PLACED.',
      resolve: ({ placedIn }, _args, { viewer }) =>
        placedIn === null ? null : findAuthority(viewer, placedIn),
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
  }),
});

builder.queryField('referralNotes', (t) =>
  t.connection(
    {
      type: ReferralNoteRef,
      description: 'What your organisation looked for in the last twelve months, the latest first.',
      args: {
        outcomes: t.arg({ type: [OutcomeEnum], description: 'Only these; all where absent.' }),
      },
      authScopes: findsBeds,
      resolve: async (_root, args, { viewer }) => {
        const filter: ReferralFilter = { outcomes: args.outcomes };
        const page = await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (part) => listReferralNotes(viewer, filter, part),
        );
        return { ...page, filter };
      },
    },
    {
      name: 'ReferralNoteConnection',
      description: 'A page of notes.',
      authScopes: findsBeds,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all.',
          resolve: (page, _args, { viewer }) =>
            countReferralNotes(viewer, (page as unknown as { filter: ReferralFilter }).filter),
        }),
      }),
    },
    { name: 'ReferralNoteEdge', description: 'A note in a page.', authScopes: findsBeds },
  ),
);

const RecordInput = builder.inputType('RecordReferralInput', {
  description: 'A search to keep a note of.',
  fields: (t) => ({
    search: t.field({
      type: VacanciesInput,
      required: true,
      description: 'What is looked for. It is made now, and kept in bands.',
    }),
  }),
});

const OutcomeInput = builder.inputType('RecordReferralOutcomeInput', {
  description: 'What became of a search.',
  fields: (t) => ({
    id: t.globalID({ for: ReferralNoteRef, required: true, description: 'Which note.' }),
    version: t.int({ required: true, description: 'The version you saw.' }),
    outcome: t.field({ type: OutcomeEnum, required: true, description: 'What.' }),
    on: t.field({ type: 'LocalDate', description: 'When; today where absent.' }),
    placedBy: t.field({ type: BasisEnum, description: 'With PLACED: how the place was had.' }),
    placedIn: t.field({ type: 'GssCode', description: 'With PLACED: in whose area.' }),
  }),
});

builder.mutationFields((t) => ({
  recordReferral: t.field({
    type: ReferralNoteRef,
    description:
      'Notes that you looked for a home: what was asked, in bands, and how many homes there were. Your organisation alone reads it.',
    args: { input: t.arg({ type: RecordInput, required: true, description: 'The search.' }) },
    authScopes: findsBeds,
    resolve: (_root, { input }, { viewer }) => recordReferral(viewer, askedIn(input.search)),
  }),
  recordReferralOutcome: t.field({
    type: ReferralNoteRef,
    description: 'Says what became of a search. Said wrongly, it is said again.',
    args: { input: t.arg({ type: OutcomeInput, required: true, description: 'What.' }) },
    authScopes: findsBeds,
    resolve: (_root, { input }, { viewer }) =>
      recordReferralOutcome(viewer, { ...input, id: input.id.id }),
  }),
}));
