import type { CodeList } from './code-list.ts';

// Codes of the children looked after return (SSDA903), items CIN, LS, REC and REASON_PLACE_CHANGE, by its guidance.
const ssda903 = 'Department for Education, children looked after return (SSDA903)';
const ees = 'Department for Education, Children looked after in England';

/** Item CIN: why a child needed care. */
export const categoriesOfNeed: CodeList = {
  name: 'category-of-need',
  title: 'Category of need',
  source: `${ssda903}, item CIN`,
  codes: [
    { code: 'N1', label: 'Abuse or neglect' },
    { code: 'N2', label: 'Child’s disability' },
    { code: 'N3', label: 'Parental illness or disability' },
    { code: 'N4', label: 'Family in acute stress' },
    { code: 'N5', label: 'Family dysfunction' },
    { code: 'N6', label: 'Socially unacceptable behaviour' },
    { code: 'N7', label: 'Low income' },
    { code: 'N8', label: 'Absent parenting' },
  ],
};

/** Item LS, without the agreed series of short breaks (V3, V4), which counts of children leave out. */
export const legalStatuses: CodeList = {
  name: 'legal-status',
  title: 'Legal status',
  source: `${ssda903}, item LS`,
  codes: [
    { code: 'C1', label: 'Interim care order' },
    { code: 'C2', label: 'Full care order' },
    { code: 'D1', label: 'Freeing order' },
    { code: 'E1', label: 'Placement order' },
    { code: 'V2', label: 'Single period of accommodation under section 20' },
    { code: 'L1', label: 'Under police protection' },
    { code: 'L2', label: 'Emergency protection order' },
    { code: 'L3', label: 'Child assessment order' },
    { code: 'J1', label: 'Remanded to accommodation' },
    { code: 'J2', label: 'Accommodated under the Police and Criminal Evidence Act' },
    { code: 'J3', label: 'Youth rehabilitation order with a residence requirement' },
  ],
};

/** Item REC: why a period of care ended; without X1, after which a new episode begins. */
export const reasonsCareCeased: CodeList = {
  name: 'reason-care-ceased',
  title: 'Reason care ended',
  source: `${ssda903}, item REC`,
  codes: [
    { code: 'E11', group: 'adoption', label: 'Adopted, application unopposed' },
    { code: 'E12', group: 'adoption', label: 'Adopted, consent dispensed with by the court' },
    {
      code: 'E13',
      group: 'home',
      label: 'Left to live with parents, relatives or others without parental responsibility',
    },
    { code: 'E14', group: 'other', label: 'Accommodation on remand ended' },
    { code: 'E15', group: 'other', label: 'Age assessment found the child to be 18 or over' },
    { code: 'E16', group: 'other', label: 'Moved abroad' },
    {
      code: 'E17',
      group: 'staying put',
      label: 'Turned 18 and remained with the carers, staying put included',
    },
    { code: 'E2', group: 'other', label: 'Died' },
    { code: 'E3', group: 'other', label: 'Care taken over by another local authority in the UK' },
    { code: 'E41', group: 'order', label: 'Child arrangements order granted' },
    {
      code: 'E43',
      group: 'order',
      label: 'Special guardianship order to former foster carers',
      until: '2016-17',
    },
    {
      code: 'E44',
      group: 'order',
      label: 'Special guardianship order to other carers',
      until: '2016-17',
    },
    {
      code: 'E45',
      group: 'order',
      label: 'Special guardianship order to former foster carers, relatives or friends',
    },
    {
      code: 'E46',
      group: 'order',
      label: 'Special guardianship order to former foster carers, not relatives or friends',
    },
    {
      code: 'E47',
      group: 'order',
      label: 'Special guardianship order to other carers, relatives or friends',
    },
    {
      code: 'E48',
      group: 'order',
      label: 'Special guardianship order to other carers, not relatives or friends',
    },
    { code: 'E4A', group: 'home', label: 'Returned home, as the care plan foresaw' },
    { code: 'E4B', group: 'home', label: 'Returned home, not as the care plan foresaw' },
    { code: 'E5', group: 'independence', label: 'Independent living with formal support' },
    { code: 'E6', group: 'independence', label: 'Independent living without formal support' },
    { code: 'E7', group: 'other', label: 'Residential care funded by adult social care' },
    { code: 'E9', group: 'other', label: 'Sentenced to custody' },
    { code: 'E8', group: 'other', label: 'Any other reason' },
  ],
};

/** Item REASON_PLACE_CHANGE. */
export const placementChangeReasons: CodeList = {
  name: 'placement-change-reason',
  title: 'Reason for the move',
  source: `${ssda903}, item REASON_PLACE_CHANGE`,
  codes: [
    { code: 'CARPL', label: 'Change to or implementation of the care plan' },
    { code: 'CLOSE', label: 'Resignation of the carer or closure of the provision' },
    { code: 'ALLEG', label: 'Allegation (section 47)' },
    { code: 'STAND', label: 'Standards of care concern' },
    { code: 'APPRR', label: 'Approval removed' },
    { code: 'CREQB', label: 'Carer asked for the end because of the child’s behaviour' },
    { code: 'CREQO', label: 'Carer asked for the end for another reason' },
    { code: 'CHILD', label: 'Child asked for the end' },
    { code: 'LAREQ', label: 'Responsible or area authority asked for the end' },
    { code: 'PLACE', label: 'Change in the status of the placement only' },
    { code: 'CUSTOD', label: 'Custody arrangement', from: '2019-20' },
    { code: 'OTHER', label: 'Other' },
  ],
};

/** Age bands of the national statistics. */
export const ageBands: CodeList = {
  name: 'age-band',
  title: 'Age',
  source: `${ees}, age bands`,
  codes: [
    { code: 'UNDER1', label: 'Under 1 year' },
    { code: '1TO4', label: '1 to 4 years' },
    { code: '5TO9', label: '5 to 9 years' },
    { code: '10TO15', label: '10 to 15 years' },
    { code: '16PLUS', label: '16 years and over' },
  ],
};

/** Item SEX: 1 and 2 as the return codes them, and 9 for what was not recorded. */
export const genders: CodeList = {
  name: 'gender',
  title: 'Gender',
  source: `${ssda903}, item SEX`,
  codes: [
    { code: '1', label: 'Male' },
    { code: '2', label: 'Female' },
    { code: '9', label: 'Not known or not recorded' },
  ],
};

/** Main groups of the return's ethnic codes (WBRI, MWBC, APKN …). */
export const ethnicGroups: CodeList = {
  name: 'ethnic-group',
  title: 'Ethnicity',
  source: `Main groups of ${ssda903}, item ETHNIC`,
  codes: [
    { code: 'WHITE', label: 'White (WBRI, WIRI, WIRT, WROM, WOTH)' },
    { code: 'MIXED', label: 'Mixed or multiple ethnic groups (MWBC, MWBA, MWAS, MOTH)' },
    { code: 'ASIAN', label: 'Asian or Asian British (AIND, APKN, ABAN, CHNE, AOTH)' },
    { code: 'BLACK', label: 'Black, African, Caribbean or Black British (BCRB, BAFR, BOTH)' },
    { code: 'OTHER', label: 'Other ethnic group (OOTH)' },
    { code: 'NK', label: 'Refused or not yet obtained (REFU, NOBT)' },
  ],
};

/** Whether a child came to the country without parents and seeks asylum: the UASC file of the return. */
export const unaccompaniedStatuses: CodeList = {
  name: 'unaccompanied-status',
  title: 'Unaccompanied asylum-seeking',
  source: `${ssda903}, UASC file`,
  codes: [
    { code: 'UASC', label: 'Unaccompanied asylum-seeking child' },
    { code: 'NOT-UASC', label: 'Any other child, former unaccompanied children among them' },
  ],
};

/** Where a child lives whose home ought to be registered, or need not be. */
export const unregisteredSettings: CodeList = {
  name: 'unregistered-setting',
  title: 'Setting',
  source: 'Placements Northwest census, registration of the provision (2025)',
  codes: [
    { code: 'UNREGISTERED-HOME', label: 'Ought to be registered as a children’s home' },
    { code: 'UNREGISTERED-SUPPORTED', label: 'Ought to be registered as supported accommodation' },
    { code: 'UNREGULATED', label: 'Need not be registered, for example a holiday let with family' },
  ],
};

/** The two ages that the law on unregulated placements tells apart. */
export const regulatedAges: CodeList = {
  name: 'regulated-age',
  title: 'Age under the regulations',
  source: 'Care Planning, Placement and Case Review (England) (Amendment) Regulations 2021',
  codes: [
    { code: 'UNDER16', label: 'Under 16 years' },
    { code: '16PLUS', label: '16 years and over' },
  ],
};
