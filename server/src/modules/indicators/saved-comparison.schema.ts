import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { ComparisonInput } from './comparison.schema.ts';
import {
  canEdit,
  countSavedComparisons,
  deleteSavedComparison,
  inputOf,
  listSavedComparisons,
  ownerOf,
  saveComparison,
  savedComparisonById,
  updateSavedComparison,
} from './saved-comparison.service.ts';

const VisibilityEnum = builder.enumType('SavedComparisonVisibility', {
  description: 'Who may find a saved comparison.',
  values: {
    PRIVATE: { description: 'Only the account that saved it.' },
    ORGANISATION: { description: 'Every account of its organisation.' },
  },
});

const Query = builder.objectRef<ReturnType<typeof inputOf>>('SavedComparisonQuery').implement({
  description: 'What a saved comparison compares: give it to `comparison`.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    consortium: t.exposeString('consortium', { description: 'Code of the consortium.' }),
    indicators: t.exposeStringList('indicators', { description: 'Indicator keys.' }),
    authorities: t.field({
      type: ['GssCode'],
      nullable: true,
      description: 'GSS codes; null means all members of the consortium.',
      resolve: ({ authorities }) => authorities ?? null,
    }),
    period: t.string({
      nullable: true,
      description: 'A period’s label; null means the latest.',
      resolve: ({ period }) => period ?? null,
    }),
    periods: t.exposeInt('periods', { description: 'How many periods, counted back.' }),
    comparators: t.stringList({
      description: 'Any of england, region, statistical-neighbours, consortium.',
      resolve: ({ comparators }) => comparators ?? [],
    }),
    asAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'Figures as the platform knew them then; null means now.',
      resolve: ({ asAt }) => (asAt ? new Date(asAt) : null),
    }),
  }),
});

const SavedComparison = builder.prismaNode('SavedComparison', {
  description:
    'A comparison somebody wants again: private, or shared within one’s own organisation.',
  id: { resolve: ({ id }) => id },
  // A hidden one and a missing one look the same: both are null.
  findUnique: (id, { viewer }) => savedComparisonById(viewer, id),
  nullable: true,
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What its owner called it.' }),
    visibility: t.expose('visibility', { type: VisibilityEnum, description: 'Who may find it.' }),
    owner: t.string({
      description: 'Account that saved it.',
      select: { ownerId: true },
      resolve: (saved, _args, { viewer }) => ownerOf(viewer, saved),
    }),
    query: t.field({
      type: Query,
      description: 'What it compares.',
      select: { query: true },
      resolve: (saved) => inputOf(saved),
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the version it saw.',
    }),
    createdAt: t.expose('createdAt', { type: 'Instant', description: 'When it was saved.' }),
    updatedAt: t.expose('updatedAt', { type: 'Instant', description: 'When it last changed.' }),
    viewerCanEdit: t.boolean({
      description: 'Whether you may change or delete it: only its owner may.',
      select: { tenantId: true, ownerId: true },
      resolve: (saved, _args, { viewer }) => canEdit(viewer, saved),
    }),
  }),
});

builder.queryField('savedComparisons', (t) =>
  t.prismaConnection(
    {
      type: SavedComparison,
      cursor: 'tenantId_id',
      maxSize: largestPageOf,
      description:
        'Your own saved comparisons and those shared within your organisation, last changed first.',
      authScopes: { signedIn: true },
      totalCount: (_connection, _args, { viewer }) => countSavedComparisons(viewer),
      resolve: (query, _root, _args, { viewer }) => listSavedComparisons(viewer, query),
    },
    {
      name: 'SavedComparisonConnection',
      description: 'A page of saved comparisons.',
      authScopes: { signedIn: true },
    },
    {
      name: 'SavedComparisonEdge',
      description: 'A saved comparison in a page.',
      authScopes: { signedIn: true },
    },
  ),
);

const SaveInput = builder.inputType('SaveComparisonInput', {
  description: 'A comparison to keep.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 120 characters.' }),
    visibility: t.field({ type: VisibilityEnum, required: true, description: 'Who may find it.' }),
    query: t.field({ type: ComparisonInput, required: true, description: 'What it compares.' }),
  }),
});

const UpdateInput = builder.inputType('UpdateSavedComparisonInput', {
  description: 'What to change; what is absent stays as it is.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: SavedComparison, description: 'Which one.' }),
    version: t.int({ required: true, description: 'The version you saw.' }),
    name: t.string({ description: 'A new name of 1 to 120 characters.' }),
    visibility: t.field({ type: VisibilityEnum, description: 'Who may find it from now on.' }),
    query: t.field({ type: ComparisonInput, description: 'What it compares from now on.' }),
  }),
});

const DeleteInput = builder.inputType('DeleteSavedComparisonInput', {
  description: 'What to delete.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: SavedComparison, description: 'Which one.' }),
    version: t.int({ required: true, description: 'The version you saw.' }),
  }),
});

builder.mutationFields((t) => ({
  saveComparison: t.field({
    type: SavedComparison,
    description: 'Keeps a comparison under a name.',
    args: { input: t.arg({ type: SaveInput, required: true, description: 'What to keep.' }) },
    authScopes: { signedIn: true, permission: 'comparison:save' },
    resolve: (_root, { input }, { viewer }) => saveComparison(viewer, input),
  }),
  updateSavedComparison: t.field({
    type: SavedComparison,
    description: 'Renames, shares or replaces a saved comparison of your own.',
    args: { input: t.arg({ type: UpdateInput, required: true, description: 'What to change.' }) },
    authScopes: { signedIn: true, permission: 'comparison:save' },
    resolve: (_root, { input }, { viewer }) =>
      updateSavedComparison(viewer, { ...input, id: input.id.id }),
  }),
  deleteSavedComparison: t.globalID({
    description: 'Deletes a saved comparison of your own; answers the id of what is gone.',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'What to delete.' }) },
    authScopes: { signedIn: true, permission: 'comparison:save' },
    resolve: async (_root, { input }, { viewer }) => ({
      type: SavedComparison,
      id: await deleteSavedComparison(viewer, { id: input.id.id, version: input.version }),
    }),
  }),
}));
