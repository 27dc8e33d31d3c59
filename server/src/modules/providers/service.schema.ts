import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import {
  findService,
  findServices,
  historyOf,
  inspectionsOf,
  providerOf,
  registerSource,
} from './register.service.ts';
import type { InspectionRecord } from './register-record.ts';
import {
  JudgementEnum,
  ProviderRef,
  ProvisionTypeEnum,
  readsRegister,
  SectorEnum,
  ServiceChangeRef,
  ServiceRef,
  ServiceStatusEnum,
} from './register-reference.schema.ts';

const InspectionKindEnum = builder.enumType('InspectionKind', {
  description: 'What an inspection is.',
  values: {
    FULL: { description: 'Full inspection: gives judgements.' },
    ASSURANCE: { description: 'Assurance visit: gives none.' },
    MONITORING: { description: 'Monitoring inspection: seldom gives any.' },
    EMERGENCY: { description: 'Emergency inspection.' },
  },
});

const ServiceJudgement = builder.objectRef<InspectionRecord>('ServiceJudgement').implement({
  description: 'An inspection of a service, and what it judged.',
  authScopes: readsRegister,
  fields: (t) => ({
    inspectedOn: t.expose('inspectedOn', { type: 'LocalDate', description: 'First day of it.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When Ofsted published it; null where that is not known.',
    }),
    kind: t.expose('inspectionKind', { type: InspectionKindEnum, description: 'What it was.' }),
    overall: t.expose('overall', {
      type: JudgementEnum,
      nullable: true,
      description:
        'Overall experiences and progress of children and young people, or the outcome of supported accommodation; null where it was not judged.',
    }),
    protection: t.expose('protection', {
      type: JudgementEnum,
      nullable: true,
      description: 'How well children and young people are helped and protected.',
    }),
    leadership: t.expose('leadership', {
      type: JudgementEnum,
      nullable: true,
      description: 'The effectiveness of leaders and managers.',
    }),
    source: t.string({
      description: 'The file it came from.',
      resolve: async (inspection, _args, { viewer }) =>
        (await registerSource(viewer, inspection)).title,
    }),
  }),
});

export const Service = builder.node(ServiceRef, {
  description:
    'What Ofsted registers, by URN: a children’s home, a fostering agency, a supported accommodation service … Never more precise than the authority or the postcode district, and of children’s homes without a name.',
  id: { resolve: ({ urn }) => urn },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'provisionType' in value,
  loadMany: (urns, context) => findServices(context.viewer, urns),
  authScopes: readsRegister,
  fields: (t) => ({
    urn: t.exposeString('urn', {
      description:
        'Ofsted’s unique reference number. Fictitious services have one that begins with 9.',
    }),
    provisionType: t.expose('provisionType', {
      type: ProvisionTypeEnum,
      description: 'What it is.',
    }),
    sector: t.expose('sector', {
      type: SectorEnum,
      nullable: true,
      description: 'Ofsted’s sector; null where none is given.',
    }),
    status: t.expose('status', { type: ServiceStatusEnum, description: 'How it stands.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Its name; null where Ofsted keeps it back, as of every children’s home.',
    }),
    provider: t.field({
      type: ProviderRef,
      nullable: true,
      description: 'Its legal owner; null where the register names none.',
      resolve: ({ providerId }, _args, { viewer }) =>
        providerId === null ? null : providerOf(viewer, providerId),
    }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'The authority it stands in; null outside England.',
      resolve: ({ authorityCode }, _args, { viewer }) =>
        authorityCode === null ? null : findAuthority(viewer, authorityCode),
    }),
    areaText: t.exposeString('areaText', { description: 'The area as the register prints it.' }),
    postcodeDistrict: t.exposeString('postcodeDistrict', {
      nullable: true,
      description: 'First half of its postcode, for example DE1; null where Ofsted keeps it back.',
    }),
    registeredOn: t.expose('registeredOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When it was registered.',
    }),
    places: t.exposeInt('places', {
      nullable: true,
      description:
        'Registered places; null where Ofsted does not publish them, as of fostering agencies.',
    }),
    ageFrom: t.exposeInt('ageFrom', { nullable: true, description: 'Youngest age, where known.' }),
    ageTo: t.exposeInt('ageTo', { nullable: true, description: 'Oldest age, where known.' }),
    needs: t.exposeStringList('needs', { description: 'Needs it is for, where known.' }),
    shortBreaksOnly: t.exposeBoolean('shortBreaksOnly', {
      description: 'True for a home that offers short breaks only.',
    }),
    multiBuilding: t.exposeBoolean('multiBuilding', {
      description: 'True for a home of several buildings.',
    }),
    premises: t.exposeInt('premises', {
      nullable: true,
      description: 'Premises of supported accommodation; null for others.',
    }),
    inHouse: t.exposeBoolean('inHouse', {
      description: 'True where its owner is a council or a children’s trust, whatever its sector.',
    }),
    judgement: t.expose('judgement', {
      type: JudgementEnum,
      nullable: true,
      description: 'The newest overall judgement; null until the first.',
    }),
    judgedOn: t.expose('judgedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Day of the inspection that judged it.',
    }),
    judgements: t.field({
      type: [ServiceJudgement],
      description: 'Inspections that are known, newest first.',
      resolve: (service, _args, { viewer }) => inspectionsOf(viewer, service),
    }),
    history: t.field({
      type: [ServiceChangeRef],
      description: 'What newer registers changed, newest first.',
      resolve: (service, _args, { viewer }) => historyOf(viewer, service),
    }),
    leftOn: t.expose('leftOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Day of the first register that has it no more; null while it is on the newest.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True for a service that exists in demonstrations only.',
    }),
    source: t.string({
      description: 'The newest register that has it.',
      resolve: async (service, _args, { viewer }) => (await registerSource(viewer, service)).title,
    }),
    vintage: t.field({
      type: 'LocalDate',
      description: 'The day that register speaks for.',
      resolve: async (service, _args, { viewer }) =>
        (await registerSource(viewer, service)).vintage,
    }),
  }),
});

builder.queryField('service', (t) =>
  t.field({
    type: Service,
    nullable: true,
    description: 'The service of a URN; null if there is none.',
    args: {
      urn: t.arg.string({ required: true, description: 'SC and six digits, or seven digits.' }),
    },
    authScopes: readsRegister,
    resolve: (_root, { urn }, { viewer }) => findService(viewer, urn),
  }),
);
