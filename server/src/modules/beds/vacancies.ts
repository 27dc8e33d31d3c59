import type { ChildCriteria } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import type { Basis, Criterion } from '@sufficiency/shared/beds/vacancy-fit.ts';
import { criteria } from '@sufficiency/shared/beds/vacancy-fit.ts';
import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';

/** A search whose every part was checked. Null: it does not matter. */
export interface VacanciesWanted extends ChildCriteria {
  /** GSS codes of the areas in which homes are looked for. */
  readonly areas: readonly string[];
  /** First day on which a place is needed, `YYYY-MM-DD`. */
  readonly day: string;
  readonly gender: 'FEMALE' | 'MALE' | null;
  readonly education: boolean;
  readonly withinMiles: number | null;
  readonly district: string | null;
  readonly judgements: readonly Judgement[] | null;
  readonly framework: string | null;
  readonly lot: string | null;
  /** Unit: GBP a week. */
  readonly maximumWeeklyPrice: number | null;
  /** Ids of homes. */
  readonly exclude: readonly string[];
  /** True: only homes of which nothing that was asked for is missing. */
  readonly fittingOnly: boolean;
}

/** A search in some areas, of which nothing else matters. @param day the first on which a place is needed. */
export const anything = (areas: readonly string[], day: string): VacanciesWanted => ({
  ...{ areas, day, placementTypes: null, ages: null, noticeDays: null, needs: [], children: 1 },
  ...{ solo: false, emergency: false, near: null, gender: null, education: false },
  ...{ withinMiles: null, district: null, judgements: null, framework: null, lot: null },
  ...{ maximumWeeklyPrice: null, exclude: [], fittingOnly: false },
});

/** What was asked of homes: that they are open is asked always. */
export const askedOf = (wanted: VacanciesWanted): ReadonlySet<Criterion> => {
  const asked: Readonly<Record<Criterion, boolean>> = {
    AGE: wanted.ages !== null,
    GENDER: wanted.gender !== null,
    NEEDS: wanted.needs.length > 0,
    TOGETHER: wanted.children > 1,
    SOLO: wanted.solo,
    NOTICE: wanted.emergency || wanted.noticeDays !== null,
    OPEN: true,
    EDUCATION: wanted.education,
    JUDGEMENT: wanted.judgements !== null,
    PRICE: wanted.maximumWeeklyPrice !== null,
  };
  return new Set(criteria.filter((criterion) => asked[criterion]));
};

/** An answer as the search gives it: a home with a place that the viewer can have. */
export interface VacancyRow {
  readonly id: string;
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly urn: string;
  readonly provisionType: string;
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly genders: 'ANY' | 'FEMALE' | 'MALE';
  readonly needs: readonly string[];
  readonly siblings: boolean;
  readonly solo: boolean;
  readonly emergency: boolean;
  readonly noticeDays: number;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly judgement: Judgement | null;
  readonly basis: Basis;
  /** Places that are free for the viewer, and those of its own blocks among them. */
  readonly places: number;
  readonly blockPlaces: number;
  /** By which it is offered to the viewer; null where by none. */
  readonly frameworkId: string | null;
  readonly frameworkReference: string | null;
  readonly lotId: string | null;
  readonly lotNumber: string | null;
  readonly tier: number | null;
  readonly priceKind: 'TENDERED' | 'BLOCK' | 'MAXIMUM' | null;
  /** Unit: GBP a week. */
  readonly weeklyPrice: number | null;
  readonly miles: number | null;
  readonly toTheHome: boolean;
  readonly stale: boolean;
  /** True where a reservation has ended of which nobody has said what came. */
  readonly reservationEnded: boolean;
  /** What is missed and what is not known, by the bits of `vacancy-fit.ts`. */
  readonly mark: number;
  readonly missed: number;
  readonly unknown: number;
}

/** Homes with vacancies by one quality. */
export interface VacancyCount<Key extends string = string> {
  readonly key: Key;
  readonly homes: number;
  readonly places: number;
  /** Homes of which nothing that was asked for is missing. */
  readonly fitting: number;
}

/** Whose logs are told of a search. */
interface LookedThrough {
  /** Authorities of other organisations whose homes were looked through, found or not. */
  readonly givers: readonly { readonly tenantId: string; readonly authorityCode: string }[];
  /** Holders of frameworks by which places are offered to the viewer. */
  readonly holders: readonly {
    readonly tenantId: string;
    readonly leadAuthorityCode: string | null;
  }[];
}

/** Homes with a vacancy, by what the register calls them. */
export interface RegisteredFound extends LookedThrough {
  readonly urns: readonly string[];
}

/** What one search found. */
export interface VacanciesFound extends LookedThrough {
  readonly page: readonly VacancyRow[];
  readonly homes: number;
  readonly places: number;
  readonly fitting: number;
  readonly bases: readonly VacancyCount<Basis>[];
  /** By authority. */
  readonly areas: readonly VacancyCount[];
}
