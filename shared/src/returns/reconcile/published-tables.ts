/** A paper whose printed tables are in the product as examples, in the folder of its name beside this file. */
interface PublishedPaper {
  readonly folder: string;
  readonly publisher: string;
  readonly title: string;
  /** File names without `.csv`, and what each table shows. */
  readonly tables: Readonly<Record<string, string>>;
}

/** The five papers, and their tables. */
export const publishedPapers: readonly PublishedPaper[] = [
  {
    folder: 'norfolk-scrutiny-2020',
    publisher: 'Norfolk County Council',
    title: 'Children’s Services Scrutiny Sub-Committee, 2 December 2020',
    tables: { 'children-in-care-performance': 'Children in care: performance' },
  },
  {
    folder: 'norfolk-sufficiency-2023',
    publisher: 'Norfolk County Council',
    title: 'Children’s Care Sufficiency Strategy 2023–2027',
    tables: {
      'foster-care-share': 'Share of children in foster care',
      'fostering-requests-2022': 'Where fostering requests were placed, 2022',
      'looked-after-demographics': 'Children looked after by gender, age and ethnicity',
      'residential-homes-2023-06-30': 'In-house residential homes, June 2023',
      'residential-with-low-need-score': 'Children in residential care with a low need score',
      statements: 'Figures in the text',
      'valuing-care-need-domains': 'Needs by domain',
    },
  },
  {
    folder: 'northamptonshire-sufficiency-2022',
    publisher: 'Northamptonshire Children’s Trust',
    title: 'Placement Sufficiency Strategy October 2022 – March 2025',
    tables: {
      'entrants-2021-22': 'Children who entered care, 2021-22',
      'foster-carer-profile-2022-08': 'Foster carers, August 2022',
      'homes-and-beds-2022-08': 'Homes and beds, August 2022',
      'placement-requests-by-notice': 'Placement requests by notice',
      'placements-on-and-off-framework-2022-08-15': 'Placements on and off framework, August 2022',
      'provider-frameworks-2022-08': 'Providers on frameworks, August 2022',
      'requested-versus-secured-2021-22': 'Placements requested and secured, 2021-22',
      statements: 'Figures in the text',
    },
  },
  {
    folder: 'nottinghamshire-progress-2024',
    publisher: 'Nottinghamshire County Council',
    title: 'Progress with the Sufficiency and Commissioning Strategy, 15 April 2024',
    tables: {
      'homes-pipeline': 'Homes that are planned',
      statements: 'Figures in the text',
    },
  },
  {
    folder: 'staffordshire-sufficiency-2023',
    publisher: 'Staffordshire County Council',
    title: 'Sufficiency Strategy: Homes for Children in our Care 2023–26',
    tables: {
      'fostering-enquiries-and-starters': 'Fostering enquiries and starters by month',
      'spend-by-placement-2023-02': 'Spend by placement, February 2023',
      statements: 'Figures in the text',
    },
  },
];
