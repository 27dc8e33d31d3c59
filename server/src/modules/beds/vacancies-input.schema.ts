import { builder } from '../../graphql/builder.ts';
import { FrameworkLotRef, FrameworkRef } from '../providers/framework-reference.schema.ts';
import { JudgementEnum, ProvisionTypeEnum } from '../providers/register-reference.schema.ts';
import { HomeRef, needWords } from './home-reference.schema.ts';
import type { AskedVacancies } from './vacancies-input.service.ts';
import { AgeBandEnum, ChildGenderEnum, NoticeEnum } from './vacancy-reference.schema.ts';

export const VacanciesInput = builder.inputType('VacanciesInput', {
  description:
    'What is looked for. What is absent, or an empty list, does not matter. Nothing of it is kept unless you record a referral or save the search, and then in bands.',
  fields: (t) => ({
    consortium: t.string({ required: true, description: 'In areas of its members: its code.' }),
    authorities: t.field({ type: ['GssCode'], description: 'Only in the areas of these members.' }),
    placementTypes: t.field({ type: [ProvisionTypeEnum], description: 'Only these.' }),
    neededFrom: t.field({
      type: 'LocalDate',
      description: 'First day on which the place is needed: today, or within a year.',
    }),
    notice: t.field({ type: NoticeEnum, description: 'Instead of a day, how soon it is needed.' }),
    age: t.int({ description: 'From 0 to 17. Unit: years.' }),
    ageBand: t.field({ type: AgeBandEnum, description: 'Instead of an age.' }),
    gender: t.field({ type: ChildGenderEnum, description: 'For whom.' }),
    needs: t.stringList({ description: `Needs the home has to be for: ${needWords}.` }),
    children: t.int({
      description: 'How many siblings are to live together: 1 to 6; 1 if absent.',
    }),
    solo: t.boolean({
      description: 'True: the home is to be for one child, with nobody else there.',
    }),
    emergency: t.boolean({ description: 'True: it is to admit on the same day.' }),
    education: t.boolean({ description: 'True: with education on site.' }),
    near: t.field({ type: 'GssCode', description: 'Measure from the middle of this authority.' }),
    withinMiles: t.float({
      description: 'Only so far from the middle of `near`, or nearer. Unit: miles.',
    }),
    district: t.string({
      description:
        'Only in this postcode district, NG7, where Ofsted publishes it: of children’s homes it does not.',
    }),
    judgementAtLeast: t.field({
      type: [JudgementEnum],
      description:
        'Judged so or better. One of each scale at most: homes on a scale that is not named do not fit.',
    }),
    framework: t.globalID({ for: FrameworkRef, description: 'Only offered to you by this one.' }),
    lot: t.globalID({ for: FrameworkLotRef, description: 'Only offered to you on this lot.' }),
    maximumWeeklyPrice: t.float({ description: 'Costs no more. Unit: GBP a week.' }),
    exclude: t.globalIDList({ for: HomeRef, description: 'Without these homes: 200 at most.' }),
    fittingOnly: t.boolean({
      description: 'True: only homes of which nothing that is asked for is missing.',
    }),
  }),
});

type Sent = typeof VacanciesInput.$inferInput;

/** The same with ids of rows. */
export const askedIn = ({ framework, lot, exclude, ...input }: Sent): AskedVacancies => ({
  ...input,
  framework: framework?.id,
  lot: lot?.id,
  exclude: exclude?.map(({ id }) => id),
});
