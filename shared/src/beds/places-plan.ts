import type { CodeList } from '../returns/code-lists/code-list.ts';

/** The way of a place that is to come, in order. */
export const planStages = [
  'IDENTIFY',
  'SURVEY',
  'PURCHASE',
  'PLANNING',
  'REFURBISH',
  'REGISTER',
  'OPEN',
] as const;

export type PlanStage = (typeof planStages)[number];

export const planStageTitles: Readonly<Record<PlanStage, string>> = {
  IDENTIFY: 'Identify a property',
  SURVEY: 'Survey it',
  PURCHASE: 'Buy or lease it',
  PLANNING: 'Get planning permission',
  REFURBISH: 'Refurbish it',
  REGISTER: 'Register it with Ofsted',
  OPEN: 'Open',
};

export const planKinds = ['OPENING', 'MORE_PLACES', 'FEWER_PLACES', 'CLOSING'] as const;

export type PlanKind = (typeof planKinds)[number];

/** What endangers a plan. */
export const planRiskReasons: CodeList = {
  name: 'places-plan-risk',
  title: 'What endangers a plan of places',
  source: 'Ours',
  codes: [
    { code: 'FUNDING', label: 'Funding' },
    { code: 'PROPERTY', label: 'Property' },
    { code: 'PLANNING', label: 'Planning permission' },
    { code: 'BUILDING', label: 'Building work' },
    { code: 'STAFFING', label: 'Staff' },
    { code: 'REGISTRATION', label: 'Registration' },
    { code: 'DEMAND', label: 'Demand' },
    { code: 'OTHER', label: 'Other' },
  ],
};

/** True for a plan by which places come; false for one by which they go. */
export const addsPlaces = (kind: PlanKind): boolean => kind === 'OPENING' || kind === 'MORE_PLACES';
