/** A figure of all fostering services in England, with the words it is quoted in. */
export interface NationalFigure {
  /** For programs, for example `enquiries-2022-23`. */
  readonly key: string;
  readonly title: string;
  /** A year from 1 April to 31 March, written `2022-23`, or its last day where it is a stock. */
  readonly period: string;
  readonly value: number;
  /** households, places, carers or percent. */
  readonly unit: string;
  /** What is counted, or to mind when reading it. */
  readonly note: string;
  /** Who published it, and who quotes it where it was not read in the publication itself. */
  readonly source: string;
}

const statistics = 'Ofsted, Fostering in England';
const of2023 = `${statistics} 1 April 2022 to 31 March 2023`;
const of2024 = `${statistics} 1 April 2023 to 31 March 2024, as quoted by a newspaper of the sector`;
const of2022 = `${statistics} 1 April 2021 to 31 March 2022, as quoted by a national newspaper`;
const mainstream =
  'Mainstream households; local authority services and independent agencies together.';
const allHouseholds =
  'All types of household; local authority services and independent agencies together.';

/**
 * Recruitment and retention of foster carers in England, for the scale of things.
 *
 * Enquiries, applications and approvals of one year are of different households: nothing may be divided by another here.
 * Shares stand as they were published.
 */
export const nationalContext: readonly NationalFigure[] = [
  {
    key: 'enquiries-2020-21',
    title: 'Enquiries, at their peak',
    period: '2020-21',
    value: 160_635,
    unit: 'households',
    note: mainstream,
    source: of2023,
  },
  {
    key: 'enquiries-2021-22',
    title: 'Enquiries',
    period: '2021-22',
    value: 138_075,
    unit: 'households',
    note: mainstream,
    source: of2022,
  },
  {
    key: 'newly-approved-2021-22',
    title: 'Newly approved and active',
    period: '2021-22',
    value: 4_035,
    unit: 'households',
    note: mainstream,
    source: of2022,
  },
  {
    key: 'deregistered-2021-22',
    title: 'Deregistered',
    period: '2021-22',
    value: 5_435,
    unit: 'households',
    note: mainstream,
    source: of2022,
  },
  {
    key: 'enquiries-2022-23',
    title: 'Enquiries',
    period: '2022-23',
    value: 125_195,
    unit: 'households',
    note: `${mainstream} 9% fewer than the year before.`,
    source: of2023,
  },
  {
    key: 'enquiries-with-agencies-2022-23',
    title: 'Enquiries that went to independent agencies',
    period: '2022-23',
    value: 79,
    unit: 'percent',
    note: 'Of all mainstream enquiries.',
    source: of2023,
  },
  {
    key: 'enquiries-to-application-2022-23',
    title: 'Enquiries that led to an application',
    period: '2022-23',
    value: 6,
    unit: 'percent',
    note: 'As published: 12% of local authorities’, 5% of agencies’.',
    source: of2023,
  },
  {
    key: 'applications-with-agencies-2022-23',
    title: 'Applications that went to independent agencies',
    period: '2022-23',
    value: 62,
    unit: 'percent',
    note: 'Of all mainstream applications.',
    source: of2023,
  },
  {
    key: 'households-2023',
    title: 'Approved households',
    period: '2023-03-31',
    value: 43_405,
    unit: 'households',
    note: `${allHouseholds} 35,005 of them are mainstream, with 59,380 carers.`,
    source: of2023,
  },
  {
    key: 'households-2024',
    title: 'Approved households',
    period: '2024-03-31',
    value: 42_615,
    unit: 'households',
    note: `${allHouseholds} 21% of them care for a child they know.`,
    source: of2024,
  },
  {
    key: 'applications-2023-24',
    title: 'Applications',
    period: '2023-24',
    value: 8_485,
    unit: 'households',
    note: 'Of these, 1,815 were approved and 3,670 withdrew within the year.',
    source: of2024,
  },
  {
    key: 'joined-2023-24',
    title: 'Households that joined',
    period: '2023-24',
    value: 4_055,
    unit: 'households',
    note: 'Half of all approvals were for a child the household knew.',
    source: of2024,
  },
  {
    key: 'left-2023-24',
    title: 'Households that left',
    period: '2023-24',
    value: 4_820,
    unit: 'households',
    note: 'More than joined.',
    source: of2024,
  },
  {
    key: 'places-2024',
    title: 'Approved places',
    period: '2024-03-31',
    value: 70_465,
    unit: 'places',
    note: 'About 60% filled in local authority services, about 62% in agencies; 16% vacant.',
    source: of2024,
  },
];
