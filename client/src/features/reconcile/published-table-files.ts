/** The examples' files, each fetched only when it is chosen. */
const files = import.meta.glob<string>(
  '../../../../shared/src/returns/reconcile/examples/*/*.csv',
  { query: '?raw', import: 'default' },
);

/**
 * The text of an example, for example `norfolk-scrutiny-2020/children-in-care-performance`; null if there is none.
 *
 * @throws Error the server could not be reached.
 */
export async function fetchPublishedTable(name: string): Promise<string | null> {
  const found = Object.entries(files).find(([path]) => path.endsWith(`/examples/${name}.csv`));
  return found ? await found[1]() : null;
}
