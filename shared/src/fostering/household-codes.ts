import type { CodeList } from '../returns/code-lists/code-list.ts';

/** Age of a household's youngest carer: when it ends, nobody is left who fosters. */
export const carerAgeBands: CodeList = {
  name: 'carer-age-band',
  title: 'Age of the youngest carer',
  source: 'Ours',
  codes: [
    { code: 'UNDER-35', label: 'Under 35 years' },
    { code: '35-44', label: '35 to 44 years' },
    { code: '45-54', label: '45 to 54 years' },
    { code: '55-59', label: '55 to 59 years' },
    { code: '60-64', label: '60 to 64 years' },
    { code: '65-69', label: '65 to 69 years' },
    { code: '70-PLUS', label: '70 years and over' },
    { code: 'NK', label: 'Not known' },
  ],
};

/** Bands whose households may retire: soon, and within five years or so. */
export const mayRetireBands = { now: ['65-69', '70-PLUS'], next: ['60-64'] } as const;

/** Main ethnic group of a household's carers, in the groups that children are counted in. */
export const carerEthnicities: CodeList = {
  name: 'carer-ethnicity',
  title: 'Ethnicity of the carers',
  source: 'Main groups of the children looked after return (SSDA903), item ETHNIC',
  codes: [
    { code: 'WHITE', label: 'White' },
    { code: 'MIXED', label: 'Mixed or multiple ethnic groups' },
    { code: 'ASIAN', label: 'Asian or Asian British' },
    { code: 'BLACK', label: 'Black, African, Caribbean or Black British' },
    { code: 'OTHER', label: 'Other ethnic group' },
    { code: 'MIXED-HOUSEHOLD', label: 'Two carers of different groups' },
    { code: 'NK', label: 'Not known' },
  ],
};

/** Where a household lives, as children's placements are counted. */
export const householdAreas: CodeList = {
  name: 'household-area',
  title: 'Where the household lives',
  source: 'Ours, after where children are placed',
  codes: [
    { code: 'INSIDE', label: 'Inside the authority’s area' },
    { code: 'OUTSIDE', label: 'Outside it' },
    { code: 'NK', label: 'Not known' },
  ],
};

/** Why approved places cannot be used for the time being. */
export const unavailableReasons: CodeList = {
  name: 'place-unavailable-reason',
  title: 'Why places cannot be used',
  source: 'Ours',
  codes: [
    { code: 'SHARED-ROOM', label: 'The room is for siblings only' },
    { code: 'NEEDS-OF-CHILD', label: 'Needs of a child who lives there' },
    { code: 'CARER-BREAK', label: 'The carers take a break' },
    { code: 'CARER-ILLNESS', label: 'Illness or bereavement of the carers' },
    { code: 'INVESTIGATION', label: 'An allegation or concern is looked into' },
    { code: 'HOUSING', label: 'Moving house, or building work' },
    { code: 'STAYING-PUT', label: 'A young person stays put in it' },
    { code: 'OTHER', label: 'Another reason' },
    { code: 'NK', label: 'Not known' },
  ],
};
