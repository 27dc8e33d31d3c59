/** Where a table of a return is checked. */
export const checkAddress = (consortium: string, id: string, table: string): string =>
  `/${consortium}/returns/add-up?${new URLSearchParams({ return: id, table })}`;
