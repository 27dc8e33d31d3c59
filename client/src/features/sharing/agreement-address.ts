/**
 * Where an agreement is read; the list of all for one that is gone. Its id is opaque and may hold any character; `=`
 * may stand in a path as it is.
 */
export const agreementAddress = (consortium: string, id: string | null): string => {
  const list = `/${consortium}/sharing/agreements`;
  return id === null ? list : `${list}/${encodeURIComponent(id).replaceAll('%3D', '=')}`;
};
