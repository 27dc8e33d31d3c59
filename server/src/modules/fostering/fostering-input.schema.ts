import type { fosteringGroupings } from '@sufficiency/shared/fostering/fostering-input.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import type { FosteringGroup } from './fostering-groups.ts';

/** By what households are counted. */
export const FosteringGroupingEnum = builder.enumType('FosteringGrouping', {
  description: 'By what households are counted.',
  values: {
    AUTHORITY: { description: 'The authority an enquiry is attributed to now.' },
    SOURCE: { description: 'How the household heard of fostering.' },
    CAMPAIGN: { description: 'The campaign it came from.' },
    HOUSEHOLD_TYPE: { description: 'What it could become.' },
  } satisfies Record<(typeof fosteringGroupings)[number], { description: string }>,
});

export const FosteringInputType = builder.inputType('FosteringInput', {
  description: 'Which households. What is absent does not matter; an empty list is of none.',
  fields: (t) => ({
    consortium: t.string({ required: true, description: 'Code, for example d2n2.' }),
    authorities: t.field({
      type: ['GssCode'],
      description:
        'Only enquiries attributed to these members; if absent all members, and those attributed to none that you hold.',
    }),
    from: t.string({
      description: 'First month, for example 2025-11; if absent twelve months up to the last.',
    }),
    to: t.string({
      description: 'Last month; if absent the last that has ended. At most 60 months in all.',
    }),
    sources: t.stringList({ description: 'Only of these sources, by code, for example WEB.' }),
    campaigns: t.stringList({ description: 'Only of these campaigns, by code.' }),
    householdTypes: t.stringList({
      description: 'MAINSTREAM, FAMILY-FRIENDS, SHORT-BREAKS, SUPPORTED-LODGINGS: only these.',
    }),
    by: t.field({
      type: FosteringGroupingEnum,
      defaultValue: 'AUTHORITY',
      description: 'By what they are counted.',
    }),
  }),
});

/** Of whom a row of an answer about recruitment is. */
export const FosteringGroupType = builder.objectRef<FosteringGroup>('FosteringGroup').implement({
  description: 'Households of one authority, source, campaign or type.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description:
        'Code of the authority, source, campaign or type; null for those of none: attributed to no authority, of no campaign.',
    }),
    title: t.exposeString('title', { description: 'For people.' }),
    authority: t.expose('authority', {
      type: Authority,
      nullable: true,
      description: 'The authority; null where it is no authority’s row.',
    }),
    isSeen: t.exposeBoolean('isSeen', {
      description: 'Whether you see its households; if not, the same whether or not there are any.',
    }),
    why: t.exposeString('why', { description: 'Why you see them, or not.' }),
    since: t.expose('since', {
      type: 'LocalDate',
      nullable: true,
      description:
        'You see only households that enquired on this day or later; null where you see all of these months.',
    }),
  }),
});
