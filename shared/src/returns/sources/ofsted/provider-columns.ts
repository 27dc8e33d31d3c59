/** What is read of Ofsted's provider-level file. */
export type ProviderField = 'urn' | 'provisionType' | 'authority' | 'sector' | 'places' | 'owner';

/** Headings of each field in the files of 2015 to 2025, the newest first. */
const headings: Readonly<Record<ProviderField, readonly string[]>> = {
  urn: ['URN'],
  provisionType: ['Provision type', 'Provider type'],
  authority: ['Local authority'],
  sector: ['Sector'],
  places: ['Places', 'Number of places'],
  owner: ['Organisation which owns the provider', 'Organisation name'],
};

/** Headings are told apart by their letters alone: Ofsted changes their case, and puts line breaks into them. */
const folded = (heading: string) => heading.toLowerCase().replaceAll(/[^a-z]/g, '');

const fieldsByHeading = new Map(
  Object.entries(headings).flatMap(([field, names]) =>
    names.map((name, rank) => [folded(name), { field, rank }] as const),
  ),
);

/** Where each field stands under a header; fields the file does not have are missing. */
export type ProviderColumns = ReadonlyMap<string, number>;

/** Without these a row is no header of the file. */
const needed: readonly ProviderField[] = ['provisionType', 'authority'];

/** The columns of a header row; null where the row is none. Of two headings for one field the newer one counts. */
export function providerColumns(cells: readonly string[]): ProviderColumns | null {
  const found = new Map<string, { position: number; rank: number }>();
  for (const [position, cell] of cells.entries()) {
    const known = fieldsByHeading.get(folded(cell));
    const before = known && found.get(known.field);
    if (known && (!before || known.rank < before.rank)) {
      found.set(known.field, { position, rank: known.rank });
    }
  }
  return needed.every((field) => found.has(field))
    ? new Map([...found].map(([field, { position }]) => [field, position]))
    : null;
}
