import type { CodeList } from './code-list.ts';

const northWest = 'Placements Northwest census (December 2025)';

/** How a placement was sourced, in the words of the census with the region’s own frameworks in place of its contracts. */
export const sourcings: CodeList = {
  name: 'sourcing',
  title: 'How it was sourced',
  source: `${northWest}, how the placement was sourced`,
  codes: [
    { code: 'REGIONAL', group: 'framework', label: 'Regional framework or contract' },
    { code: 'SUB-REGIONAL', group: 'framework', label: 'Sub-regional framework or contract' },
    { code: 'LOCAL', group: 'framework', label: 'Local framework or contract' },
    { code: 'BLOCK-LOCAL', group: 'block', label: 'Block contract, local' },
    { code: 'BLOCK-COLLABORATIVE', group: 'block', label: 'Block contract, collaborative' },
    { code: 'BLOCK-FLEXI', group: 'block', label: 'Flexible block of a regional care cooperative' },
    { code: 'SPOT', group: 'spot', label: 'Direct award off framework (spot purchase)' },
    { code: 'IN-HOUSE', group: 'own', label: 'The authority’s own provision' },
    { code: 'OTHER-AUTHORITY', group: 'own', label: 'Another local authority’s provision' },
    { code: 'REMAND', group: 'elsewhere', label: 'Remand' },
    { code: 'SECURE-WELFARE', group: 'elsewhere', label: 'Secure welfare hub' },
  ],
};

/** Why a placement was made off framework. */
export const offFrameworkReasons: CodeList = {
  name: 'off-framework-reason',
  title: 'Reason for placing off framework',
  source: 'Ours, after the reasons commissioners give in sufficiency strategies',
  codes: [
    { code: 'NO-OFFER', label: 'No framework provider made an offer' },
    { code: 'NO-MATCH', label: 'No framework offer matched the child’s needs' },
    { code: 'TOO-LATE', label: 'No framework offer came in time' },
    { code: 'CONTINUITY', label: 'The child stayed with a carer who is not on the framework' },
    { code: 'NK', label: 'Not known or not recorded' },
  ],
};

/** Services that frameworks buy, by Ofsted’s kinds of provision. */
export const services: CodeList = {
  name: 'service',
  title: 'Service',
  source: 'Ofsted, kinds of provision, as frameworks lot them',
  codes: [
    { code: 'FOSTERING', label: 'Fostering' },
    { code: 'RESIDENTIAL', label: 'Children’s home' },
    { code: 'SUPPORTED', label: 'Supported accommodation' },
    { code: 'SCHOOL', label: 'Residential special school' },
    { code: 'FAMILY', label: 'Residential family centre' },
  ],
};

/** How a framework was called off. */
export const callOffMethods: CodeList = {
  name: 'call-off-method',
  title: 'How it was called off',
  source: 'Procurement Act 2023, section 45',
  codes: [
    { code: 'DIRECT', label: 'Direct award under the framework' },
    { code: 'COMPETITION', label: 'Further competition' },
  ],
};

/** Weekly cost of one child’s package, lower bound included and upper excluded. */
export const packageBands: CodeList = {
  name: 'package-band',
  title: 'Weekly cost of the package',
  source:
    'Ours; the bands at £5,000 and £10,000 are those of national surveys of high-cost placements',
  codes: [
    { code: 'UNDER1000', label: 'Under £1,000 a week' },
    { code: '1000TO2999', label: '£1,000 to under £3,000 a week' },
    { code: '3000TO4999', label: '£3,000 to under £5,000 a week' },
    { code: '5000TO9999', label: '£5,000 to under £10,000 a week' },
    { code: '10000PLUS', label: '£10,000 a week or more' },
  ],
};
