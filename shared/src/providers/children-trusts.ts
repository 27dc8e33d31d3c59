/** A company or charity that delivers children's services for authorities. */
export interface ChildrensTrust {
  /** Owner of services as Ofsted's register of 31 March 2025 prints it; other spellings join by their group. */
  readonly name: string;
  /** GSS codes of the authorities it works for. */
  readonly authorities: readonly string[];
  /** Since when, and under whom, in words. */
  readonly source: string;
}

/**
 * Children's trusts on Ofsted's register. Its sector column has them as voluntary; what they own is in-house.
 *
 * Only those that own a service on the register. Charities with “children” and “trust” in their name are not.
 */
export const childrensTrusts: readonly ChildrensTrust[] = [
  {
    name: 'Achieving for Children Community Interest Company',
    authorities: ['E09000021', 'E09000027', 'E06000040'],
    source:
      'Owned by Kingston upon Thames and Richmond upon Thames since 2014, and by Windsor and Maidenhead since 2017.',
  },
  {
    name: "Birmingham Children's Trust Community Interest Company",
    authorities: ['E08000025'],
    source: 'Owned by Birmingham; delivers its children’s services since 2018.',
  },
  {
    name: "Bradford Children's and Families Trust",
    authorities: ['E08000032'],
    source: 'Owned by Bradford; delivers its children’s services since 2023.',
  },
  {
    name: 'Bradford Children and Families Trust',
    authorities: ['E08000032'],
    source: 'The same, as Ofsted spells it too.',
  },
  {
    name: 'Northamptonshire Childrens Trust Limited',
    authorities: ['E06000061', 'E06000062'],
    source:
      'Owned by North Northamptonshire and West Northamptonshire; delivers their children’s services since 2020.',
  },
  {
    name: "Sandwell Children's Trust",
    authorities: ['E08000028'],
    source: 'Owned by Sandwell; delivers its children’s services since 2018.',
  },
  {
    name: 'Slough Children First Limited',
    authorities: ['E06000039'],
    source:
      'Owned by Slough; delivers its children’s services since 2021, and under an earlier name since 2015.',
  },
  {
    name: 'Together For Children Sunderland',
    authorities: ['E08000024'],
    source: 'Owned by Sunderland; delivers its children’s services since 2017.',
  },
];
