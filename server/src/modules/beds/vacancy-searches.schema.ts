import { builder } from '../../graphql/builder.ts';
import { askedIn, VacanciesInput } from './vacancies-input.schema.ts';
import { CriteriaType, findsBeds } from './vacancy-reference.schema.ts';
import type { VacancySearchRecord } from './vacancy-searches.service.ts';
import {
  deleteVacancySearch,
  findVacancySearches,
  listVacancySearches,
  saveVacancySearch,
} from './vacancy-searches.service.ts';

const VacancySearchRef = builder.objectRef<VacancySearchRecord>('VacancySearch');

builder.node(VacancySearchRef, {
  description: 'A search for a home that you keep, in bands: of no child, and nobody else’s.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'label' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findVacancySearches(viewer, ids),
  authScopes: findsBeds,
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What it asks for, in one line.' }),
    criteria: t.expose('criteria', {
      type: CriteriaType,
      description: 'What it asks for: give it to `vacancies`.',
    }),
    madeAt: t.expose('madeAt', { type: 'Instant', description: 'When it was saved.' }),
  }),
});

builder.queryField('vacancySearches', (t) =>
  t.field({
    type: [VacancySearchRef],
    description: 'Searches that you keep, the latest first: fifty at most.',
    authScopes: findsBeds,
    resolve: (_root, _args, { viewer }) => listVacancySearches(viewer),
  }),
);

const SaveInput = builder.inputType('SaveVacancySearchInput', {
  description: 'A search to keep.',
  fields: (t) => ({
    search: t.field({
      type: VacanciesInput,
      required: true,
      description: 'What it asks of a home, in bands; days, prices and frameworks are not kept.',
    }),
  }),
});

const DeleteInput = builder.inputType('DeleteVacancySearchInput', {
  description: 'What to delete.',
  fields: (t) => ({
    id: t.globalID({ for: VacancySearchRef, required: true, description: 'Which one.' }),
  }),
});

builder.mutationFields((t) => ({
  saveVacancySearch: t.field({
    type: VacancySearchRef,
    description:
      'Keeps a search under the words of what it asks for. The same again is the one you have.',
    args: { input: t.arg({ type: SaveInput, required: true, description: 'The search.' }) },
    authScopes: findsBeds,
    resolve: (_root, { input }, { viewer }) => saveVacancySearch(viewer, askedIn(input.search)),
  }),
  deleteVacancySearch: t.globalID({
    description: 'Deletes a saved search of yours; answers the id of what is gone.',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'What to delete.' }) },
    authScopes: findsBeds,
    resolve: async (_root, { input }, { viewer }) => ({
      type: VacancySearchRef,
      id: await deleteVacancySearch(viewer, input.id.id),
    }),
  }),
}));
