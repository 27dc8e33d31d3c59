import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { FigureType } from '../indicators/figure.schema.ts';
import type { OfstedRecruitment, OfstedYear } from './ofsted-year.service.ts';

const Ofsted = builder.objectRef<OfstedRecruitment>('OfstedRecruitment').implement({
  description:
    'What Ofsted published of one authority’s recruitment in a year. The four figures are of different households: none may be divided by another.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'Whose.' }),
    enquiries: t.expose('enquiries', { type: FigureType, description: 'Initial enquiries.' }),
    applications: t.expose('applications', {
      type: FigureType,
      description: 'Applications received.',
    }),
    approvals: t.expose('approvals', { type: FigureType, description: 'Households approved.' }),
    deregistrations: t.expose('deregistrations', {
      type: FigureType,
      description: 'Households deregistered.',
    }),
  }),
});

/** The last year of recruitment that is public by authority, beside whatever it stands. */
export const OfstedYearType = builder.objectRef<OfstedYear>('OfstedRecruitmentYear').implement({
  description:
    'The only year of which recruitment is published by authority. No conversion may be worked out across its rows.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    year: t.exposeString('year', { description: 'Written 2018-19.' }),
    rows: t.field({
      type: [Ofsted],
      description:
        'Authority by authority; x with the reason where one has no figure. None where you do not read public figures.',
      resolve: ({ rows }) => [...rows],
    }),
    why: t.exposeString('why', {
      nullable: true,
      description: 'Why there are no rows; null where there are.',
    }),
    source: t.string({
      nullable: true,
      description: 'Publisher and title; null where no figure is to be had.',
      resolve: ({ source }) => source && `${source.publisher}, ${source.title}`,
    }),
    attribution: t.string({
      nullable: true,
      description: 'What must be printed beside its figures.',
      resolve: ({ source }) => source?.attribution ?? null,
    }),
    vintage: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day the publisher’s file speaks for.',
      resolve: ({ source }) => source?.vintage ?? null,
    }),
  }),
});
