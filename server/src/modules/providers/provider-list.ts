/** Where an owner stands in a list: unlike any other’s. */
export interface ListPlace {
  readonly rank: number;
  readonly name: string;
  readonly id: number;
}

/** Owners or owner groups, of which kind and where. Null: it does not matter. */
export interface OwnersWanted {
  readonly of: 'providers' | 'provider_groups';
  readonly synthetic: boolean;
  /** As `searchText` gives them. */
  readonly words: string | null;
  /** GSS codes of authorities in one of which each has a service. */
  readonly members: readonly string[] | null;
}
