import type { CodeList } from './code-list.ts';

/*
 * Codes of the children looked after return (SSDA903, Department for Education), item PLACE and its neighbours, checked
 * against the schemas of the open SSDA903 pipelines of Social Finance and the regional LIIA for 2017 to 2026.
 */
const ssda903 = 'Department for Education, children looked after return (SSDA903)';

/** Item PLACE. Groups are those of the figures: foster, residential, supported and other. */
export const placementTypes: CodeList = {
  name: 'placement-type',
  title: 'Placement type',
  source: `${ssda903}, item PLACE`,
  codes: [
    { code: 'U1', group: 'foster', label: 'Foster placement with relative or friend, long term' },
    {
      code: 'U2',
      group: 'foster',
      label:
        'Foster placement with relative or friend, fostering for adoption or concurrent planning',
    },
    { code: 'U3', group: 'foster', label: 'Foster placement with relative or friend, other' },
    { code: 'U4', group: 'foster', label: 'Foster placement with other foster carer, long term' },
    {
      code: 'U5',
      group: 'foster',
      label:
        'Foster placement with other foster carer, fostering for adoption or concurrent planning',
    },
    { code: 'U6', group: 'foster', label: 'Foster placement with other foster carer, other' },
    { code: 'K1', group: 'residential', label: 'Secure children’s home' },
    { code: 'K2', group: 'residential', label: 'Children’s home' },
    {
      code: 'K3',
      group: 'supported',
      label: 'Registered supported accommodation',
      from: '2024-25',
    },
    {
      code: 'H5',
      group: 'supported',
      label: 'Semi-independent accommodation, not subject to children’s homes regulations',
      until: '2023-24',
    },
    { code: 'R1', group: 'other', label: 'Residential care home' },
    { code: 'R2', group: 'other', label: 'NHS or other medical establishment' },
    { code: 'R3', group: 'other', label: 'Family centre or mother and baby unit' },
    { code: 'R5', group: 'other', label: 'Young offender institution' },
    {
      code: 'S1',
      group: 'other',
      label: 'Residential school, not dual-registered as a children’s home',
    },
    { code: 'P1', group: 'other', label: 'With parents or others with parental responsibility' },
    { code: 'P2', group: 'other', label: 'Independent living', until: '2023-24' },
    { code: 'P3', group: 'other', label: 'Residential employment' },
    { code: 'A3', group: 'other', label: 'Placed for adoption with consent, current foster carer' },
    {
      code: 'A4',
      group: 'other',
      label: 'Placed for adoption with consent, not current foster carer',
    },
    {
      code: 'A5',
      group: 'other',
      label: 'Placed for adoption with placement order, current foster carer',
    },
    {
      code: 'A6',
      group: 'other',
      label: 'Placed for adoption with placement order, not current foster carer',
    },
    { code: 'T0', group: 'other', label: 'Temporary move, any' },
    { code: 'T1', group: 'other', label: 'Temporarily in hospital' },
    { code: 'T2', group: 'other', label: 'Temporarily on holiday' },
    { code: 'T3', group: 'other', label: 'Temporary accommodation while the carer is on holiday' },
    { code: 'T4', group: 'other', label: 'Temporary accommodation of seven days or less' },
    { code: 'Z1', group: 'other', label: 'Other placement' },
    // The guidance names no meaning for the four apart; each is a setting that is not registered.
    { code: 'Z11', group: 'other', label: 'Unregistered setting, Z11', from: '2025-26' },
    { code: 'Z12', group: 'other', label: 'Unregistered setting, Z12', from: '2025-26' },
    { code: 'Z13', group: 'other', label: 'Unregistered setting, Z13', from: '2025-26' },
    { code: 'Z14', group: 'other', label: 'Unregistered setting, Z14', from: '2025-26' },
  ],
};

/** Placement types in the groups that costs, requests and figures are told in. */
export const placementGroups: CodeList = {
  name: 'placement-group',
  title: 'Placement type, grouped',
  source: `Groups of ${ssda903}, item PLACE`,
  codes: [
    { code: 'FOSTER', label: 'Fostering (U1 to U6)' },
    { code: 'RESIDENTIAL', label: 'Secure homes and children’s homes (K1, K2)' },
    { code: 'SUPPORTED', label: 'Supported accommodation (K3; H5 until 2023-24)' },
    { code: 'OTHER', label: 'Any other placement' },
  ],
};

/** Item PLACE_PROVIDER. Groups: own provision, other public, independent, none. */
export const providerSectors: CodeList = {
  name: 'provider-sector',
  title: 'Placement provider',
  source: `${ssda903}, item PLACE_PROVIDER`,
  codes: [
    { code: 'PR0', group: 'none', label: 'Parents or others with parental responsibility' },
    {
      code: 'PR1',
      group: 'own',
      label: 'Own provision, with the regional adoption agency it hosts',
    },
    { code: 'PR2', group: 'public', label: 'Other local authority provision' },
    { code: 'PR3', group: 'public', label: 'Other public provision' },
    { code: 'PR4', group: 'independent', label: 'Private provision' },
    { code: 'PR5', group: 'independent', label: 'Voluntary or third sector provision' },
    // Temporary moves and other placements (T0 to T4, Z1, Z11 to Z14) rightly have none.
    { code: 'NK', group: 'none', label: 'Not known or not recorded' },
  ],
};

/** Where a child lives, seen from the responsible authority. */
export const placementLocations: CodeList = {
  name: 'placement-location',
  title: 'Inside or outside the authority',
  source: 'Department for Education, Children looked after in England, placement location',
  codes: [
    { code: 'IN', label: 'Inside the authority’s boundary' },
    { code: 'OUT', label: 'Outside the authority’s boundary' },
    { code: 'NK', label: 'Not known or not recorded' },
  ],
};

/** How far from home a child lives. */
export const distanceBands: CodeList = {
  name: 'distance-band',
  title: 'Distance from home',
  source: 'Department for Education, Children looked after in England, distance from home',
  codes: [
    { code: 'UPTO20', label: '20 miles or less from home' },
    { code: 'OVER20', label: 'More than 20 miles from home' },
    { code: 'NK', label: 'Not known or not recorded' },
  ],
};

/** Why a child lives far from home: the census of Placements Northwest, as of December 2025. */
export const distanceReasons: CodeList = {
  name: 'distance-reason',
  title: 'Reason for the distance',
  source: 'Placements Northwest census, reason for placement at a distance (2025)',
  codes: [
    { code: 'PREFERENCE', label: 'The child’s or parents’ preference' },
    { code: 'SAFEGUARDING', label: 'Safeguarding' },
    { code: 'NOT-AVAILABLE', label: 'Provision exists nearer but was not available' },
    { code: 'NOT-EXISTING', label: 'Provision does not exist nearer' },
    { code: 'CARER-MOVING', label: 'The carer moved' },
    { code: 'LEGAL', label: 'Legal' },
    { code: 'NK', label: 'Not known or not recorded' },
  ],
};
