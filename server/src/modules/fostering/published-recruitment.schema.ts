import type { LikeForLike } from '@sufficiency/shared/fostering/like-for-like.ts';
import type { NationalFigure } from '@sufficiency/shared/fostering/national-context.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { DataSymbolEnum } from '../indicators/figure.schema.ts';
import { OfstedYearType } from './ofsted-year.schema.ts';
import type { PublicRecruitment, PublishedSeries } from './published-recruitment.service.ts';
import { readPublishedRecruitment } from './published-recruitment.service.ts';
import type { PublishedMonth, PublishedSum, PublishedYear } from './published-recruitment.ts';

const Month = builder.objectRef<PublishedMonth>('PublishedRecruitmentMonth').implement({
  description: 'One month as a paper prints it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    month: t.exposeString('month', { description: 'Written 2022-10.' }),
    enquiries: t.exposeInt('enquiries', {
      nullable: true,
      description: 'Enquiries of the month; null where the paper has none.',
    }),
    starters: t.exposeInt('starters', {
      nullable: true,
      description: 'Households that began to foster in it; null where the paper has none.',
    }),
    symbol: t.expose('symbol', {
      type: DataSymbolEnum,
      nullable: true,
      description: 'x where the paper prints that it is not available.',
    }),
  }),
});

const LikeForLikeType = builder.objectRef<LikeForLike>('PublishedLikeForLike').implement({
  description: 'The months that a part-year has, beside the same months of the year before.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    months: t.field({
      type: ['String'],
      description: 'The months, written 2022-04, in order.',
      resolve: ({ months }) => [...months],
    }),
    value: t.exposeInt('value', { description: 'Their sum.' }),
    before: t.exposeInt('before', {
      nullable: true,
      description: 'Sum of the same months a year before; null where one of them is not known.',
    }),
    wholeYearBefore: t.exposeInt('wholeYearBefore', {
      nullable: true,
      description: 'Sum of the whole year before: a part-year must not be held against it.',
    }),
  }),
});

const Sum = builder.objectRef<PublishedSum>('PublishedRecruitmentTotal').implement({
  description: 'A total as it is printed, and as its months add up.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    printed: t.exposeInt('printed', {
      nullable: true,
      description: 'As printed, right or wrong; null where none is.',
    }),
    recomputed: t.exposeInt('recomputed', {
      nullable: true,
      description: 'Sum of the months that the paper has; null where it has none.',
    }),
    agrees: t.exposeBoolean('agrees', { description: 'True where the two are the same.' }),
    likeForLike: t.expose('likeForLike', {
      type: LikeForLikeType,
      nullable: true,
      description: 'What a part-year can be held against; null for a whole year.',
    }),
  }),
});

const Year = builder.objectRef<PublishedYear>('PublishedRecruitmentYear').implement({
  description: 'A year from 1 April to 31 March, or as much of it as the paper has.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    year: t.exposeString('year', { description: 'Written 2017-18.' }),
    months: t.field({
      type: [Month],
      description: 'All twelve, April first.',
      resolve: ({ months }) => [...months],
    }),
    enquiries: t.expose('enquiries', { type: Sum, description: 'Enquiries of the year.' }),
    starters: t.expose('starters', {
      type: Sum,
      description: 'Households that began to foster in the year.',
    }),
    stopsAfter: t.exposeString('stopsAfter', {
      nullable: true,
      description: 'The last month that the paper has, written 2022-10; null for a whole year.',
    }),
  }),
});

const Series = builder.objectRef<PublishedSeries>('PublishedRecruitmentSeries').implement({
  description: 'Recruitment of foster carers by month as one authority printed it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'Whose.' }),
    title: t.string({
      description: 'Title of the paper and its table.',
      resolve: ({ source }) => source.title,
    }),
    publisher: t.string({
      description: 'Who published it.',
      resolve: ({ source }) => source.publisher,
    }),
    licence: t.string({
      description: 'Under which licence, or that none is stated.',
      resolve: ({ source }) => source.licence,
    }),
    attribution: t.string({
      description: 'What must be printed beside figures from it.',
      resolve: ({ source }) => source.attribution,
    }),
    years: t.field({
      type: [Year],
      description: 'Earliest first.',
      resolve: ({ years }) => [...years],
    }),
  }),
});

const National = builder.objectRef<NationalFigure>('NationalRecruitment').implement({
  description: 'A figure of all fostering services in England.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'For programs, for example enquiries-2022-23.' }),
    title: t.exposeString('title', { description: 'What it counts.' }),
    period: t.exposeString('period', {
      description: 'A year, written 2022-23; or a day, where it is a stock.',
    }),
    value: t.exposeFloat('value', { description: 'As published.' }),
    unit: t.exposeString('unit', { description: 'households, places or percent.' }),
    note: t.exposeString('note', { description: 'What to mind when reading it.' }),
    source: t.exposeString('source', { description: 'Who published it, and who quotes it.' }),
  }),
});

const Published = builder.objectRef<PublicRecruitment>('PublishedRecruitment').implement({
  description: 'What is public of recruiting foster carers.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Beside whose figures.' }),
    series: t.field({
      type: [Series],
      description: 'Papers that print recruitment month by month.',
      resolve: ({ series }) => [...series],
    }),
    ofsted: t.expose('ofsted', {
      type: OfstedYearType,
      description: 'Members in the only year of which it is published by authority.',
    }),
    national: t.field({
      type: [National],
      description: 'England, in order of time.',
      resolve: ({ national }) => [...national],
    }),
  }),
});

builder.queryField('publishedRecruitment', (t) =>
  t.field({
    type: Published,
    description:
      'Published recruitment of foster carers, to stand beside a consortium’s own: by month as authorities print it with totals recomputed, by member as Ofsted last published it, and of England.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }),
    },
    authScopes: { signedIn: true, permission: 'reference:read' },
    resolve: (_root, { consortium }, { viewer }) => readPublishedRecruitment(viewer, consortium),
  }),
);
