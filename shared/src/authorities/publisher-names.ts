/** Publishers whose files name authorities in their own way. */
export const publishers = ['DfE', 'Ofsted', 'LAIT'] as const;

export type Publisher = (typeof publishers)[number];

/**
 * Names that differ from the Department for Education's own, by publisher, with today's GSS code.
 *
 * Every other authority is spelt alike. Names of areas that ended are not here: see predecessors.ts.
 */
export const publisherNames: Readonly<Record<Publisher, Readonly<Record<string, string>>>> = {
  DfE: {},
  Ofsted: {
    'Bedford Borough': 'E06000055',
    'Bournemouth, Christchurch & Poole': 'E06000058',
    Bristol: 'E06000023',
    Durham: 'E06000047',
    Herefordshire: 'E06000019',
    'Kingston upon Hull': 'E06000010',
    'Kingston Upon Hull': 'E06000010',
    'Richmond Upon Thames': 'E09000027',
    'Southend on Sea': 'E06000033',
    'St Helens': 'E08000013',
  },
  LAIT: {
    'Bedford Borough': 'E06000055',
    Durham: 'E06000047',
    Herefordshire: 'E06000019',
    'Kingston Upon Hull, City of': 'E06000010',
  },
};
