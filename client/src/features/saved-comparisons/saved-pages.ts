/** How many saved comparisons a page of the list holds. */
const pageSize = 20;

/** What to ask for: the page after or before a cursor of the list's address, else the first. */
export function pageVariables(address: URLSearchParams) {
  const before = address.get('before');
  if (before !== null) return { last: pageSize, before };
  return { first: pageSize, after: address.get('after') };
}
