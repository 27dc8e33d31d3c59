/** An opaque id as a part of a path: it may hold any character; `=` may stand as it is. */
const inPath = (id: string): string => encodeURIComponent(id).replaceAll('%3D', '=');

/** Where what is bought is told. */
const market = (consortium: string, page: string): string =>
  `/${consortium}/providers/market/${page}`;

/** The list of frameworks. */
export const frameworksAddress = (consortium: string): string => market(consortium, 'frameworks');

/** One framework. */
export const frameworkAddress = (consortium: string, id: string): string =>
  market(consortium, `frameworks/${inPath(id)}`);

/** Where a framework is added. */
export const newFrameworkAddress = (consortium: string): string =>
  market(consortium, 'frameworks/new');

/** Where a framework is changed. */
export const changeFrameworkAddress = (consortium: string, id: string): string =>
  `${frameworkAddress(consortium, id)}/change`;

/** The list of block contracts. */
export const contractsAddress = (consortium: string): string => market(consortium, 'contracts');

/** One block contract. */
export const contractAddress = (consortium: string, id: string): string =>
  market(consortium, `contracts/${inPath(id)}`);

/** Where files of memberships and contracts are read. */
export const importAddress = (consortium: string): string => market(consortium, 'import');

/** One provider group of the register. */
export const groupAddress = (consortium: string, key: string): string =>
  `/${consortium}/providers/groups/${encodeURIComponent(key)}`;

/** Where it is told what the failure of a provider group would touch. */
export const exposureAddress = (consortium: string, group: string): string =>
  `${market(consortium, 'exposure')}?${new URLSearchParams({ group })}`;
