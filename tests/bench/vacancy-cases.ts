import type { VacanciesWanted } from '@sufficiency/server/modules/beds/vacancies.ts';
import { anything } from '@sufficiency/server/modules/beds/vacancies.ts';

/** A search for a home: as the API takes it, and as its statement does, but for areas and day. */
export interface VacancyCase {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly wanted: Omit<VacanciesWanted, 'areas' | 'day'>;
}

/** The West Midlands, and who searches there. */
export const vacancyRegion = 'west-midlands';
export const vacancyBuyer = 'E08000025';
export const vacancyAccount = 'placement-officer.birmingham';

/** Answers of a page. */
export const vacancyPage = 25;

const searchFor = (
  name: string,
  input: VacancyCase['input'],
  wanted: Partial<VacanciesWanted>,
): VacancyCase => ({ name, input, wanted: { ...anything([], ''), ...wanted } });

/** All through the same homes. */
export const vacancyCases: readonly VacancyCase[] = [
  searchFor('anything', {}, {}),
  searchFor(
    'this afternoon, near, a girl of 13',
    { notice: 'CRISIS', age: 13, gender: 'FEMALE', near: vacancyBuyer },
    { noticeDays: 0, ages: [13, 13], gender: 'FEMALE', near: vacancyBuyer },
  ),
  searchFor(
    'everything that can be asked',
    {
      ...{ notice: 'SHORT', ageBand: 'FROM_10_TO_12', needs: ['LEARNING'], children: 2 },
      ...{ education: true, near: vacancyBuyer, withinMiles: 40, maximumWeeklyPrice: 4500 },
      ...{ judgementAtLeast: ['GOOD'], placementTypes: ['CHILDRENS_HOME'] },
    },
    {
      ...{ noticeDays: 4, ages: [10, 12], needs: ['LEARNING'], children: 2, education: true },
      ...{ near: vacancyBuyer, withinMiles: 40, maximumWeeklyPrice: 4500 },
      ...{ judgements: ['OUTSTANDING', 'GOOD'], placementTypes: ['CHILDRENS_HOME'] },
    },
  ),
  searchFor('only what fits', { age: 8, fittingOnly: true }, { ages: [8, 8], fittingOnly: true }),
];
