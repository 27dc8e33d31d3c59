import type { ProvisionType } from '../providers/provision-types.ts';

/** Ages as notes and saved searches keep them: never an age in years. */
export const ageBands = ['UNDER-10', '10-12', '13-15', '16-17'] as const;

export type AgeBand = (typeof ageBands)[number];

/** First and last age of each. Unit: years. */
export const agesOf: Readonly<Record<AgeBand, readonly [number, number]>> = {
  'UNDER-10': [0, 9],
  '10-12': [10, 12],
  '13-15': [13, 15],
  '16-17': [16, 17],
};

/** As a person reads it. */
export const ageBandInWords: Readonly<Record<AgeBand, string>> = {
  'UNDER-10': 'under 10',
  '10-12': '10 to 12',
  '13-15': '13 to 15',
  '16-17': '16 or 17',
};

/** The band of an age from 0 to 17; null for none, and for no age of a child. */
export const ageBandOf = (age: number | null): AgeBand | null =>
  ageBands.find((band) => age !== null && agesOf[band][0] <= age && age <= agesOf[band][1]) ?? null;

/** Notice as the returns of demand count it (`noticeBands`), longest first. */
export const noticeCodes = ['PLANNED', 'SHORT', 'EMERGENCY', 'CRISIS'] as const;

export type NoticeBand = (typeof noticeCodes)[number];

/** The least notice of each. Unit: days. */
export const leastNotice: Readonly<Record<NoticeBand, number>> = {
  PLANNED: 14,
  SHORT: 4,
  EMERGENCY: 1,
  CRISIS: 0,
};

/** The band of so many days of notice. */
export const noticeBandOf = (days: number): NoticeBand =>
  noticeCodes.find((band) => days >= leastNotice[band]) ?? 'CRISIS';

/** What is asked of a home, apart from where it stands and how it is bought. */
export interface ChildCriteria {
  readonly placementTypes: readonly ProvisionType[] | null;
  /** First and last age asked for; null where it does not matter. Unit: years. */
  readonly ages: readonly [number, number] | null;
  /** Null where it does not matter. Unit: days. */
  readonly noticeDays: number | null;
  /** Codes of needs; empty where none is named. */
  readonly needs: readonly string[];
  /** How many are to live together. */
  readonly children: number;
  readonly solo: boolean;
  readonly emergency: boolean;
  /** GSS code of the authority to be near; null where it does not matter. */
  readonly near: string | null;
}

/** What a note keeps of a search: never an age, a day or how many, and no place below an authority. */
export interface BandedCriteria {
  readonly placementTypes: readonly ProvisionType[];
  readonly ageBand: AgeBand | null;
  readonly notice: NoticeBand | null;
  readonly needs: readonly string[];
  readonly siblings: boolean;
  readonly solo: boolean;
  readonly emergency: boolean;
  readonly near: string | null;
}

/** What a saved search keeps: it is of no child. */
export interface SavedCriteria extends BandedCriteria {
  readonly gender: 'FEMALE' | 'MALE' | null;
  readonly education: boolean;
  /** How many siblings are to live together: 4 is four or more; null where it was not kept. */
  readonly children: number | null;
}

/** So many siblings and more are one band. */
export const mostSiblings = 4;

/** How many siblings a saved search keeps; null for one child. */
export const siblingsOf = (children: number): number | null =>
  children > 1 ? Math.min(children, mostSiblings) : null;

/** What a note keeps of a search. Ages of more than one band are kept as none. */
export const inBands = (asked: ChildCriteria): BandedCriteria => ({
  placementTypes: [...new Set(asked.placementTypes)].sort(),
  ageBand: bandOf(asked.ages),
  notice: asked.noticeDays === null ? null : noticeBandOf(asked.noticeDays),
  needs: [...new Set(asked.needs)].sort(),
  siblings: asked.children > 1,
  solo: asked.solo,
  emergency: asked.emergency,
  near: asked.near,
});

/** Criteria without what did not matter, as they are stored. */
export const keptOf = (criteria: BandedCriteria): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(criteria).filter(
      ([, value]) =>
        value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** Criteria as they were stored, with what did not matter. */
export const criteriaOf = (kept: unknown): SavedCriteria => ({
  placementTypes: [],
  ageBand: null,
  gender: null,
  notice: null,
  needs: [],
  siblings: false,
  solo: false,
  emergency: false,
  education: false,
  children: null,
  near: null,
  ...(kept as Partial<SavedCriteria>),
});

function bandOf(ages: ChildCriteria['ages']): AgeBand | null {
  if (ages === null) return null;
  const band = ageBandOf(ages[0]);
  return band === ageBandOf(ages[1]) ? band : null;
}

const district = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/** The postcode district of a text, `NG7`; null where it is none. A whole postcode is none: it would say too much. */
export function postcodeDistrictOf(text: string): string | null {
  const trimmed = text.trim().toUpperCase();
  return district.test(trimmed) ? trimmed : null;
}

/** Whole days from one day to another, both `YYYY-MM-DD`; negative where the other is earlier. */
export const daysUntil = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
