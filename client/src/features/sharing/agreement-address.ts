/** Where an agreement is read. Its id is opaque and may hold any character; `=` may stand in a path as it is. */
export const agreementAddress = (consortium: string, id: string): string =>
  `/${consortium}/sharing/agreements/${encodeURIComponent(id).replaceAll('%3D', '=')}`;
