import type { ReferralOutcome } from '@sufficiency/shared/beds/referral-outcomes.ts';
import {
  referralOutcomes,
  referralOutcomeTitles,
} from '@sufficiency/shared/beds/referral-outcomes.ts';
import type { SavedCriteria } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import { ageBandInWords } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { ProvisionTypeEnum } from '../providers/register-reference.schema.ts';

/** Whoever looks for a home. */
export const findsBeds = { signedIn: true, permission: 'beds:find' } as const;

export const AgeBandEnum = builder.enumType('AgeBand', {
  description: 'Ages, as notes and saved searches keep them.',
  values: {
    UNDER_10: { value: 'UNDER-10', description: `${ageBandInWords['UNDER-10']} years.` },
    FROM_10_TO_12: { value: '10-12', description: `${ageBandInWords['10-12']} years.` },
    FROM_13_TO_15: { value: '13-15', description: `${ageBandInWords['13-15']} years.` },
    FROM_16_TO_17: { value: '16-17', description: `${ageBandInWords['16-17']} years.` },
  } as const,
});

export const NoticeEnum = builder.enumType('NoticeBand', {
  description: 'Time between a search and the day on which a place is needed.',
  values: {
    PLANNED: { description: '14 days or more.' },
    SHORT: { description: '4 to 13 days.' },
    EMERGENCY: { description: '1 to 3 days.' },
    CRISIS: { description: 'The same day.' },
  },
});

export const ChildGenderEnum = builder.enumType('ChildGender', {
  description: 'For whom a home is looked for.',
  values: {
    FEMALE: { description: 'A girl or young woman.' },
    MALE: { description: 'A boy or young man.' },
  },
});

export const BasisEnum = builder.enumType('VacancyBasis', {
  description: 'How you can have a place, in the order in which places are offered.',
  values: {
    BLOCK: { description: 'By a block contract of your own authority.' },
    IN_HOUSE: { description: 'In a home that your authority runs itself.' },
    FRAMEWORK: { description: 'By a framework on which your authority may call off today.' },
    SPOT: { description: 'Off framework: the home offers places to anybody.' },
  },
});

export const OutcomeEnum = builder.enumType('ReferralOutcome', {
  description: 'What became of a search for a home.',
  values: Object.fromEntries(
    referralOutcomes.map((outcome) => [
      outcome.replaceAll('-', '_'),
      { value: outcome, description: `${referralOutcomeTitles[outcome]}.` },
    ]),
  ) as Record<string, { value: ReferralOutcome; description: string }>,
});

export const CriteriaType = builder.objectRef<SavedCriteria>('VacancyCriteria').implement({
  description: 'What was looked for, in bands and codes: nothing from which a child could be told.',
  authScopes: findsBeds,
  fields: (t) => ({
    placementTypes: t.field({
      type: [ProvisionTypeEnum],
      description: 'Kinds of homes; empty where it did not matter.',
      resolve: ({ placementTypes }) => [...placementTypes],
    }),
    ageBand: t.expose('ageBand', {
      type: AgeBandEnum,
      nullable: true,
      description: 'Null where it did not matter.',
    }),
    gender: t.expose('gender', {
      type: ChildGenderEnum,
      nullable: true,
      description: 'Of saved searches; notes do not keep it.',
    }),
    notice: t.expose('notice', {
      type: NoticeEnum,
      nullable: true,
      description: 'Null where it did not matter.',
    }),
    needs: t.stringList({
      description: 'Codes of needs, as `needs` of a home.',
      resolve: ({ needs }) => [...needs],
    }),
    siblings: t.exposeBoolean('siblings', { description: 'Siblings were to live together.' }),
    children: t.exposeInt('children', {
      nullable: true,
      description:
        'How many siblings, of saved searches: 2, 3, or 4 for four or more; null where it did not matter or was not kept. Notes do not keep it.',
    }),
    solo: t.exposeBoolean('solo', { description: 'The home was to be for one child.' }),
    emergency: t.exposeBoolean('emergency', { description: 'It was to admit on the same day.' }),
    education: t.exposeBoolean('education', {
      description: 'Education on site, of saved searches; notes do not keep it.',
    }),
    near: t.field({
      type: Authority,
      nullable: true,
      description: 'The authority to be near; null where it did not matter.',
      resolve: ({ near }, _args, { viewer }) =>
        near === null ? null : findAuthority(viewer, near),
    }),
  }),
});
