/** GSS code of England as a whole. */
export const england = 'E92000001';

/** One of the nine regions of England, or England itself. */
export interface RegionRecord {
  /** GSS code, for example `E12000004`. */
  readonly code: string;
  readonly name: string;
}

/** A council of England with children's services. */
export interface AuthorityRecord {
  /** GSS code in force today, for example `E06000015`. */
  readonly code: string;
  /** The Department for Education's three-digit code, for example `831`. */
  readonly dfeCode: string;
  /** As the Department for Education spells it. */
  readonly name: string;
  /** GSS code of its region. */
  readonly regionCode: string;
}
