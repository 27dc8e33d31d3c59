import type { CodeList } from './code-list.ts';

/** Ofsted's kinds of provision with beds. */
export const provisionTypes: CodeList = {
  name: 'provision-type',
  title: 'Kind of provision',
  source: 'Ofsted, Children’s social care data in England, provision type',
  codes: [
    { code: 'CHILDRENS-HOME', label: 'Children’s home' },
    { code: 'SECURE', label: 'Secure children’s home' },
    { code: 'SCHOOL', label: 'Residential special school registered as a children’s home' },
    { code: 'SUPPORTED', label: 'Supported accommodation' },
  ],
};

/** Why a vacant bed takes nobody. */
export const closedReasons: CodeList = {
  name: 'closed-reason',
  title: 'Reason beds are closed',
  source: 'Ours, after the vacancy fields of the national Capacity Tracker',
  codes: [
    { code: 'MATCHING', label: 'Kept free for the children already there' },
    { code: 'STAFFING', label: 'Not enough staff' },
    { code: 'BUILDING', label: 'Repairs or building work' },
    { code: 'REGULATOR', label: 'Restriction by Ofsted' },
    { code: 'NOTICE', label: 'Home is closing' },
    { code: 'OTHER', label: 'Other' },
  ],
};

/** Days between a request and the day the placement is needed. */
export const noticeBands: CodeList = {
  name: 'notice-band',
  title: 'Notice',
  source: 'Notice bands of published sufficiency strategies, with one day in “emergency”',
  codes: [
    { code: 'PLANNED', label: 'Planned: 14 days or more' },
    { code: 'SHORT', label: 'Short: 4 to 13 days' },
    { code: 'EMERGENCY', label: 'Emergency: 1 to 3 days' },
    { code: 'CRISIS', label: 'Crisis: the same day' },
  ],
};

/** What was found for a child: the groups of placement types, or nothing yet. */
export const typesSecured: CodeList = {
  name: 'type-secured',
  title: 'Type secured',
  source: 'Groups of SSDA903, item PLACE, with one for requests that ended without a placement',
  codes: [
    { code: 'FOSTER', label: 'Fostering' },
    { code: 'RESIDENTIAL', label: 'Children’s home' },
    { code: 'SUPPORTED', label: 'Supported accommodation' },
    { code: 'OTHER', label: 'Any other placement' },
    { code: 'NONE', label: 'None by the end of the month' },
  ],
};

/** How a request stood at the end of the month. */
export const requestOutcomes: CodeList = {
  name: 'request-outcome',
  title: 'Outcome',
  source: 'Ours, after the outcomes that placement teams record',
  codes: [
    { code: 'SECURED', label: 'Placed as wanted' },
    { code: 'SECURED-OTHER', label: 'Placed, in another type than wanted' },
    { code: 'STAYED', label: 'The child stayed in the placement or family' },
    { code: 'WITHDRAWN', label: 'Request withdrawn' },
    { code: 'SEARCHING', label: 'Still searching at the end of the month' },
    { code: 'UNREGISTERED', label: 'Placed in an unregistered setting' },
  ],
};
