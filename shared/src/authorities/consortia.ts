/** Authorities that share with one another. */
export interface ConsortiumRecord {
  /** For people and addresses: lower-case kebab. */
  readonly code: string;
  readonly name: string;
  /** First day of the membership of all its authorities. */
  readonly joinedOn: string;
  /** GSS codes of its members. */
  readonly members: readonly string[];
}

/**
 * The consortia the platform starts with.
 *
 * No public paper gives a founding day, so `joinedOn` is the start of the oldest joint framework that
 * the published strategies name: D2N2's of 2020, the West Midlands' residential agreement of December 2018.
 */
export const consortia: readonly ConsortiumRecord[] = [
  {
    code: 'd2n2',
    name: 'D2N2',
    joinedOn: '2020-04-01',
    members: ['E06000015', 'E10000007', 'E06000018', 'E10000024'],
  },
  {
    code: 'west-midlands',
    name: 'West Midlands',
    joinedOn: '2018-12-15',
    members: [
      'E08000025',
      'E08000026',
      'E08000027',
      'E06000019',
      'E08000028',
      'E06000051',
      'E08000029',
      'E10000028',
      'E06000021',
      'E06000020',
      'E08000030',
      'E10000031',
      'E08000031',
      'E10000034',
    ],
  },
];
