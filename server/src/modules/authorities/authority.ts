/** A local authority as everybody who is signed in may know it. */
export interface AuthorityRecord {
  /** GSS code. */
  readonly code: string;
  readonly name: string;
  readonly dfeCode: string;
  readonly regionCode: string;
  readonly regionName: string;
}

/** A consortium with the authorities that are its members today, by name. */
export interface ConsortiumRecord {
  readonly code: string;
  readonly name: string;
  readonly hub: string;
  readonly members: readonly AuthorityRecord[];
}

/** One of an authority's statistical neighbours. */
export interface NeighbourRecord {
  readonly position: number;
  readonly closeness: string;
  readonly authority: AuthorityRecord;
}
