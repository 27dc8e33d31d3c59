import type { FrameworkFacts } from './demonstration-framework-facts.ts';

const strategy =
  'Northamptonshire Children’s Trust, Placement Sufficiency Strategy October 2022 – March 2025';

const shared = {
  holder: 'northamptonshire-childrens-trust',
  leadText: 'Northamptonshire Children’s Trust',
  buyers: ['E06000061', 'E06000062'],
  openToNew: true,
  condition: 'Established in 2020 and re-opened every year; a new one from April 2025.',
  synthetic: false,
  dates: [],
  extensions: [],
  membersFrom: '2022-07-31',
} as const;

/** The frameworks of Northamptonshire Children’s Trust, with the memberships that its strategy prints for each lot. */
export const trustFrameworks: readonly FrameworkFacts[] = [
  {
    ...shared,
    reference: 'NCT-IFA-2020',
    title: 'Northamptonshire independent fostering framework',
    services: ['FOSTERING'],
    printedProviders: 43,
    source: `${strategy}: 43 providers after the re-opening of July 2022. The reference is ours.`,
    lots: [
      { number: '1', title: 'Standard', printedMemberships: 41 },
      { number: '2', title: 'Specialist', printedMemberships: 8 },
    ],
  },
  {
    ...shared,
    reference: 'NCT-HOMES-2020',
    title: 'Northamptonshire children’s homes framework',
    services: ['RESIDENTIAL'],
    printedProviders: 48,
    source: `${strategy}: 48 providers after the re-opening of July 2022. The reference is ours.`,
    lots: [
      { number: '1', title: 'Standard', printedMemberships: 46 },
      {
        number: '2',
        title:
          'Specialist: complex social emotional and mental health needs and low-level disability',
        printedMemberships: 30,
      },
      {
        number: '3',
        title: 'Specialist: disability and complex health needs',
        printedMemberships: 12,
      },
    ],
  },
  {
    ...shared,
    reference: 'NCT-ISA-2020',
    title: 'Northamptonshire independent supported accommodation framework',
    services: ['SUPPORTED'],
    source: `${strategy}. The reference is ours.`,
    lots: [
      {
        number: '1',
        title:
          'Semi supported accommodation with 24 hour staffing and minimum 2 hours 1:1 per week',
        printedMemberships: 68,
      },
      {
        number: '2',
        title: 'Semi independent accommodation (solo or shared) with 2 hours 1:1 per week',
        printedMemberships: 68,
      },
      { number: '3', title: 'Standard additional support hours', printedMemberships: 71 },
      { number: '4', title: 'Specialist additional support hours', printedMemberships: 36 },
    ],
  },
];
