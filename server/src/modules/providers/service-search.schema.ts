import type { ResolveCursorConnectionArgs } from '@pothos/plugin-relay';
import { resolveCursorConnection } from '@pothos/plugin-relay';
import { fieldsAskedOf } from '../../graphql/asked-fields.ts';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { FrameworkLotRef, FrameworkRef } from './framework-reference.schema.ts';
import {
  JudgementEnum,
  ProvisionTypeEnum,
  readsRegister,
  ServiceRef,
  ServiceStatusEnum,
} from './register-reference.schema.ts';
import type { Facet, FacetValue, ServicesPage } from './service-search.service.ts';
import { searchServices } from './service-search.service.ts';

const OrderEnum = builder.enumType('ServicesOrder', {
  description: 'In which order services are listed. Among equals by name, then by URN.',
  values: {
    NAME: { description: 'By name; by the owner’s where Ofsted keeps the name back.' },
    PLACES: { description: 'Most registered places first; not published ones last.' },
    JUDGEMENT: {
      description:
        'Best first: the usual scale, then that of supported accommodation, then not judged.',
    },
    DISTANCE: { description: 'Nearest to `near` first; outside England last.' },
    RELEVANCE: { description: 'Names most like `text` first.' },
  },
});

const FacetEnum = builder.enumType('ServiceFacet', {
  description: 'By what services are counted.',
  values: {
    PROVISION_TYPE: { description: 'What they are.' },
    AUTHORITY: { description: 'The authority they stand in.' },
    GROUP: { description: 'Their owner’s group: the fifty with most services.' },
    JUDGEMENT: { description: 'Their newest overall judgement.' },
    IN_HOUSE: { description: 'Whether their owner is a council or a children’s trust.' },
    FRAMEWORK: { description: 'Frameworks they are offered on, as far as you may see that.' },
    TIER: {
      description:
        'Tiers of `framework` or `lot` that they are offered in, as far as you may see that; left out where neither is named.',
    },
  },
});

const ServicesInput = builder.inputType('ServicesInput', {
  description: 'Which services. What is absent, or an empty list, does not matter.',
  fields: (t) => ({
    text: t.string({
      description:
        'Names of services and owners like this, misspelt ones too; a URN, or a postcode or its district, exactly.',
    }),
    provisionTypes: t.field({ type: [ProvisionTypeEnum], description: 'Only these.' }),
    consortium: t.string({ description: 'Only in areas of its members: its code.' }),
    authorities: t.field({ type: ['GssCode'], description: 'Only in their areas.' }),
    near: t.field({ type: 'GssCode', description: 'Measure from the middle of this authority.' }),
    withinMiles: t.float({
      description:
        'Only in authorities whose middle is no further than this from the middle of `near`. Unit: miles.',
    }),
    group: t.string({ description: 'Only of this provider group: its key.' }),
    judgementAtLeast: t.field({
      type: [JudgementEnum],
      description:
        'Only judged so or better. One of each scale at most: they are not compared, so that services on a scale that is not named are left out, and those not judged yet.',
    }),
    placesAtLeast: t.int({ description: 'Only with so many registered places, or more.' }),
    placesAtMost: t.int({ description: 'Only with so many registered places, or fewer.' }),
    inHouse: t.boolean({ description: 'Only in-house ones, or only others.' }),
    framework: t.globalID({
      for: FrameworkRef,
      description: 'Only offered on this framework, as far as you may see that.',
    }),
    lot: t.globalID({ for: FrameworkLotRef, description: 'Only offered on this lot.' }),
    tier: t.int({ description: 'Only offered in this tier of `framework` or `lot`.' }),
    vacant: t.boolean({
      description:
        'True: only homes with a place that you can have today, as `vacancies` finds them: for whoever looks for homes, and told to the same logs.',
    }),
    status: t.field({
      type: [ServiceStatusEnum],
      description: 'Only those that stand so; active and suspended ones if absent.',
    }),
    synthetic: t.boolean({
      description:
        'Only fictitious ones, or only real ones. If absent only real ones, unless a framework, lot, group or URN is named, or vacancies are asked for.',
    }),
    facets: t.field({
      type: [FacetEnum],
      description:
        'Which facets are counted; all but frameworks if absent, whose holders are told who looked.',
    }),
    order: t.field({ type: OrderEnum, defaultValue: 'NAME', description: 'In which order.' }),
  }),
});

const FacetValueType = builder.objectRef<FacetValue>('FacetValue').implement({
  description: 'Services of one value.',
  authScopes: readsRegister,
  fields: (t) => ({
    value: t.exposeString('value', { description: 'As the filter of its name takes it.' }),
    title: t.exposeString('title', { description: 'For people.' }),
    services: t.exposeInt('services', { description: 'How many.' }),
    places: t.exposeInt('places', {
      nullable: true,
      description: 'Their registered places; null where none are published.',
    }),
  }),
});

const FacetType = builder.objectRef<Facet>('Facet').implement({
  description: 'Services by one quality, with every other filter applied but its own.',
  authScopes: readsRegister,
  fields: (t) => ({
    name: t.expose('name', { type: FacetEnum, description: 'By what.' }),
    values: t.expose('values', {
      type: [FacetValueType],
      description: 'Most services first; tiers by their number.',
    }),
    others: t.exposeInt('others', {
      description:
        'Services with none of these values. But for frameworks and tiers, all together are all.',
    }),
  }),
});

builder.queryField('services', (t) =>
  t.connection(
    {
      type: ServiceRef,
      description:
        'Services of the register. Distances are between the middles of authorities: where a service stands is never told more precisely.',
      args: { input: t.arg({ type: ServicesInput, required: true, description: 'Which.' }) },
      authScopes: readsRegister,
      resolve: async (_root, args, { viewer }, info) => {
        const asked = {
          ...args.input,
          framework: args.input.framework?.id,
          lot: args.input.lot?.id,
        };
        const names = fieldsAskedOf(info);
        const withServices = names.has('edges') || names.has('pageInfo');
        const wants = { withFacets: names.has('facets'), withServices };
        let found: ServicesPage | undefined;
        const page = await resolveCursorConnection(
          {
            args,
            maxSize: largestPageOf(args),
            defaultSize: 50,
            toCursor: ({ cursor }: ServicesPage['services'][number]) => cursor,
          },
          async (part: ResolveCursorConnectionArgs) => {
            found = await searchServices(viewer, asked, { ...part, ...wants });
            return [...found.services];
          },
        );
        const edges = page.edges.map(({ cursor, node }) => ({
          cursor,
          node: node.service,
          distanceMiles: node.miles,
        }));
        const ends = edges.length > 0 ? {} : { startCursor: null, endCursor: null };
        return { ...found, pageInfo: { ...page.pageInfo, ...ends }, edges };
      },
    },
    {
      name: 'ServiceConnection',
      description: 'A page of services, and how many there are of which kind.',
      authScopes: readsRegister,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all.',
          resolve: (page) => (page as unknown as ServicesPage).totalCount,
        }),
        places: c.int({
          description: 'Registered places of all of them, where they are published.',
          resolve: (page) => (page as unknown as ServicesPage).places,
        }),
        placesUnknown: c.int({
          description: 'How many of them have places that are not published.',
          resolve: (page) => (page as unknown as ServicesPage).placesUnknown,
        }),
        facets: c.field({
          type: [FacetType],
          description: 'How many there are of which kind.',
          resolve: (page) => [...(page as unknown as ServicesPage).facets],
        }),
      }),
    },
    {
      name: 'ServiceEdge',
      description: 'A service in a page.',
      authScopes: readsRegister,
      fields: (e) => ({
        distanceMiles: e.float({
          nullable: true,
          description:
            'From the middle of `near` to that of the authority it stands in; null without `near`, and outside England. Unit: miles.',
          resolve: (edge) => (edge as unknown as { distanceMiles: number | null }).distanceMiles,
        }),
      }),
    },
  ),
);
