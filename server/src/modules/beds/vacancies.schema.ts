import { resolveOffsetConnection } from '@pothos/plugin-relay';
import type { criteria } from '@sufficiency/shared/beds/vacancy-fit.ts';
import type { VacancyPrice } from '@sufficiency/shared/beds/vacancy-words.ts';
import { fieldsAskedOf } from '../../graphql/asked-fields.ts';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { authoritiesOf, findAuthority } from '../authorities/authorities.service.ts';
import { FrameworkLotRef, FrameworkRef } from '../providers/framework-reference.schema.ts';
import { HomeRef } from './home-reference.schema.ts';
import type { Fit, Vacancies, VacancyRecord } from './vacancies.service.ts';
import { findVacancies, frameworkOf, homeOf, lotOf } from './vacancies.service.ts';
import type { VacancyCount } from './vacancies.ts';
import { askedIn, VacanciesInput } from './vacancies-input.schema.ts';
import { BasisEnum, findsBeds } from './vacancy-reference.schema.ts';

const CriterionEnum = builder.enumType('VacancyCriterion', {
  description: 'What a home can be asked for.',
  values: {
    AGE: { description: 'Takes the age.' },
    GENDER: { description: 'Takes the gender.' },
    NEEDS: { description: 'Is for all the needs.' },
    TOGETHER: { description: 'Takes siblings together, and has places for all of them.' },
    SOLO: { description: 'Can be run for one child, and is empty.' },
    NOTICE: { description: 'Needs no more notice than there is.' },
    OPEN: { description: 'Is open when it is needed.' },
    EDUCATION: { description: 'Has education on site.' },
    JUDGEMENT: { description: 'Is judged so or better.' },
    PRICE: { description: 'Costs no more.' },
  } satisfies Record<(typeof criteria)[number], object>,
});

const FitType = builder.objectRef<Fit>('VacancyFit').implement({
  description: 'How a home stands to something that was asked.',
  authScopes: findsBeds,
  fields: (t) => ({
    criterion: t.expose('criterion', { type: CriterionEnum, description: 'What was asked.' }),
    text: t.exposeString('text', { description: 'A sentence.' }),
  }),
});

const PriceKindEnum = builder.enumType('VacancyPriceKind', {
  description: 'Whose word a price is.',
  values: {
    TENDERED: { description: 'Tendered, as your own organisation recorded it.' },
    BLOCK: { description: 'Of your own block contract.' },
    MAXIMUM: { description: 'The published maximum of the lot: it costs that, or less.' },
  },
});

const PriceType = builder.objectRef<VacancyPrice>('VacancyPrice').implement({
  description: 'What a place costs you. Prices of others are never shown.',
  authScopes: findsBeds,
  fields: (t) => ({
    weekly: t.exposeFloat('weekly', { description: 'Unit: GBP a week.' }),
    kind: t.expose('kind', { type: PriceKindEnum, description: 'Whose word it is.' }),
  }),
});

const VacancyType = builder.objectRef<VacancyRecord>('Vacancy').implement({
  description: 'A home with a place that you can have now.',
  authScopes: findsBeds,
  fields: (t) => ({
    home: t.field({
      type: HomeRef,
      description: 'The home.',
      resolve: (vacancy, _args, { viewer }) => homeOf(viewer, vacancy),
    }),
    rank: t.exposeInt('rank', { description: '1 is the first of all answers.' }),
    basis: t.expose('basis', { type: BasisEnum, description: 'How you can have it.' }),
    places: t.exposeInt('places', {
      description: 'Places that are free for you, your own blocks included.',
    }),
    blockPlaces: t.exposeInt('blockPlaces', { description: 'Those of your own blocks.' }),
    framework: t.field({
      type: FrameworkRef,
      nullable: true,
      description: 'The framework by which it is offered to you; null where by none.',
      resolve: (vacancy, _args, { viewer }) => frameworkOf(viewer, vacancy),
    }),
    lot: t.field({
      type: FrameworkLotRef,
      nullable: true,
      description: 'The lot of that framework: the one that is asked first.',
      resolve: (vacancy, _args, { viewer }) => lotOf(viewer, vacancy),
    }),
    tier: t.exposeInt('tier', {
      nullable: true,
      description: 'Its tier of that lot: 1 is asked first; null where the lot has none.',
    }),
    price: t.expose('price', {
      type: PriceType,
      nullable: true,
      description: 'Null where it is not known, and in-house.',
    }),
    miles: t.exposeFloat('miles', {
      nullable: true,
      description: 'From the middle of `near`; null without it. Unit: miles.',
    }),
    milesToHome: t.exposeBoolean('toTheHome', {
      description:
        'True where it is measured to the home itself: your organisation entered where it is. Otherwise to the middle of its authority.',
    }),
    stale: t.exposeBoolean('stale', {
      description:
        'True where it was confirmed longer ago than it may be, or a reservation has ended and nobody has said what came of it: such homes rank last.',
    }),
    fits: t.field({
      type: [FitType],
      description: 'What was asked for and is there.',
      resolve: ({ fits }) => [...fits],
    }),
    doesNotFit: t.field({
      type: [FitType],
      description: 'What was asked for and is missing.',
      resolve: ({ doesNotFit }) => [...doesNotFit],
    }),
    notKnown: t.field({
      type: [FitType],
      description: 'What was asked for and nobody says.',
      resolve: ({ notKnown }) => [...notKnown],
    }),
    why: t.stringList({
      description: 'Why it ranks where it does, what weighs most first.',
      resolve: ({ why }) => [...why],
    }),
  }),
});

const countFields = {
  homes: { description: 'Homes.' },
  places: { description: 'Places that are free for you.' },
  fitting: { description: 'Homes of which nothing that was asked for is missing.' },
};

const BasisCount = builder.objectRef<Vacancies['bases'][number]>('VacancyBasisCount').implement({
  description: 'Answers by how you can have a place.',
  authScopes: findsBeds,
  fields: (t) => ({
    basis: t.expose('key', { type: BasisEnum, description: 'How.' }),
    homes: t.exposeInt('homes', countFields.homes),
    places: t.exposeInt('places', countFields.places),
    fitting: t.exposeInt('fitting', countFields.fitting),
  }),
});

const AreaCount = builder.objectRef<VacancyCount>('VacancyAreaCount').implement({
  description: 'Answers by where homes stand.',
  authScopes: findsBeds,
  fields: (t) => ({
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'The area.',
      resolve: ({ key }, _args, { viewer }) => findAuthority(viewer, key),
    }),
    homes: t.exposeInt('homes', countFields.homes),
    places: t.exposeInt('places', countFields.places),
    fitting: t.exposeInt('fitting', countFields.fitting),
  }),
});

const found = (page: object) => page as unknown as Vacancies;

builder.queryField('vacancies', (t) =>
  t.connection(
    {
      type: VacancyType,
      description:
        'Homes with a place that you can have now: in-house, of your own block contracts, by a framework from which your authority buys, or offered to all; of others only where an agreement shows you their homes for matching vacancies. Places that are others’ block are none. Fresh ones first, then those of which least is missing, then your own blocks. Short-break homes count nights, and are not among them. Whose homes were looked through is told to their logs.',
      args: { input: t.arg({ type: VacanciesInput, required: true, description: 'Which.' }) },
      authScopes: findsBeds,
      resolve: async (_root, args, { viewer }, info) => {
        const names = fieldsAskedOf(info);
        const withHomes = names.has('edges') || names.has('pageInfo');
        let answer: Vacancies | undefined;
        const page = await resolveOffsetConnection(
          { args, defaultSize: 25, maxSize: largestPageOf(args) },
          async ({ offset, limit }) => {
            answer = await findVacancies(viewer, askedIn(args.input), {
              offset,
              limit: withHomes ? limit : 0,
            });
            return [...answer.vacancies];
          },
        );
        return { ...answer, ...page };
      },
    },
    {
      name: 'VacancyConnection',
      description: 'A page of homes with a place, and how many there are in all.',
      authScopes: findsBeds,
      fields: (c) => ({
        totalCount: c.int({
          description: 'Homes in all.',
          resolve: (page) => found(page).homes,
        }),
        places: c.int({
          description: 'Places of theirs that are free for you.',
          resolve: (page) => found(page).places,
        }),
        fitting: c.int({
          description: 'Homes of which nothing that was asked for is missing.',
          resolve: (page) => found(page).fitting,
        }),
        bases: c.field({
          type: [BasisCount],
          description: 'By how you can have a place, most first.',
          resolve: (page) => [...found(page).bases],
        }),
        areas: c.field({
          type: [AreaCount],
          description: 'By where they stand, most first.',
          resolve: (page) => [...found(page).areas],
        }),
        notShown: c.field({
          type: [Authority],
          description: 'Areas that were asked for and whose homes no agreement shows you.',
          resolve: async (page, _args, { viewer }) => [
            ...(await authoritiesOf(viewer, found(page).notShown)),
          ],
        }),
      }),
    },
    { name: 'VacancyEdge', description: 'A home in a page.', authScopes: findsBeds },
  ),
);
