/** Where the header of Ofsted's provider-level files stands, after a title and two notes. */
export const registerHeaderLine = 4;

/** Columns of Ofsted's provider-level files that more than one reader needs. */
export const registerColumns = {
  owner: 'Organisation which owns the provider',
  overall: 'Overall experiences and progress of children and young people',
} as const;
