/** What authorities can be compared with, beside one another. */
export const comparators = ['england', 'region', 'statistical-neighbours', 'consortium'] as const;

export type Comparator = (typeof comparators)[number];

/** Area code of a consortium's figure, for example `consortium:d2n2`. */
export const consortiumArea = (code: string) => `consortium:${code}`;

/** Area code of the mean of an authority's statistical neighbours, for example `neighbours:E06000015`. */
export const neighboursArea = (authorityCode: string) => `neighbours:${authorityCode}`;
