import type { FrameworkFacts } from './demonstration-framework-facts.ts';

const source = 'Synthetic: made up for the demonstration';

const tiers = [
  { number: 1, title: 'Tier 1: asked first', hoursToRespond: 24 },
  { number: 2, title: 'Tier 2: asked next', hoursToRespond: 24 },
];

/** Frameworks that do not exist: for services of a region for which no public source names one that is in force. */
export const fictitiousFrameworks: readonly FrameworkFacts[] = [
  {
    reference: 'DEMO-SUPPORTED-D2N2',
    title: 'D2N2 supported accommodation (fictitious)',
    holder: 'nottinghamshire',
    lead: 'E10000024',
    leadText: 'Nottinghamshire County Council (fictitious)',
    buyers: ['d2n2'],
    services: ['SUPPORTED'],
    startsOn: '2024-04-01',
    endsOn: '2027-03-31',
    openToNew: false,
    noticeMonths: 6,
    decisionLeadMonths: 9,
    value: 60_000_000,
    source,
    synthetic: true,
    lots: [
      { number: '1', title: 'Self-contained, solo', maximumWeeklyPrice: 1_650 },
      { number: '2', title: 'Shared', maximumWeeklyPrice: 1_250 },
      { number: '3', title: 'Supported lodgings', maximumWeeklyPrice: 620 },
    ],
    dates: [
      { kind: 'OPENED', on: '2023-10-02' },
      { kind: 'AWARDED', on: '2024-02-19' },
      { kind: 'REOPENED', on: '2025-10-01', note: 'Re-opened to new providers and new homes.' },
    ],
    extensions: [
      { months: 12, decideByMonths: 6 },
      { months: 12, decideByMonths: 6 },
    ],
    membersFrom: '2024-04-01',
  },
  {
    reference: 'DEMO-HOMES-WM',
    title: 'West Midlands children’s homes (fictitious)',
    holder: 'coventry',
    lead: 'E08000026',
    leadText: 'Coventry City Council (fictitious)',
    buyers: ['west-midlands'],
    services: ['RESIDENTIAL'],
    startsOn: '2024-04-01',
    endsOn: '2028-03-31',
    openToNew: true,
    noticeMonths: 6,
    decisionLeadMonths: 12,
    value: 400_000_000,
    conditionJudgement: 'GOOD',
    condition: 'Homes judged Good or Outstanding when placed.',
    source,
    synthetic: true,
    lots: [
      { number: '1', title: 'Standard', maximumWeeklyPrice: 6_400, tiers },
      { number: '2', title: 'Complex needs', maximumWeeklyPrice: 9_800, tiers },
    ],
    dates: [
      { kind: 'AWARDED', on: '2024-02-26' },
      { kind: 'REOPENED', on: '2026-01-12', note: 'Re-opened to new providers and new homes.' },
    ],
    extensions: [
      { months: 24, decideByMonths: 12 },
      { months: 24, decideByMonths: 12 },
    ],
    membersFrom: '2024-04-01',
  },
];
