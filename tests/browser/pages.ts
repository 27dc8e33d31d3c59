/** Whose eyes the pages are looked at with. */
export const reader = 'commissioner.nottinghamshire';

const compare = '/d2n2/compare?indicators=cla-rate,cla-foster-share,fostering-enquiries&periods=5';

/** Every page, in the states that look different: a name for its picture, and its address. */
export const pages: readonly [name: string, address: string][] = [
  ['overview', '/d2n2/overview'],
  ['overview-of-fourteen', '/west-midlands/overview'],
  ['compare', '/d2n2/compare'],
  ['compare-trend', `${compare}&view=trend`],
  ['compare-dots', `${compare}&view=dots`],
  ['compare-fourteen', '/west-midlands/compare'],
  ['saved', '/d2n2/saved'],
  ['about-the-data', '/about-the-data'],
  ['accessibility', '/accessibility'],
  ['unknown-address', '/nowhere'],
  ['unknown-consortium', '/atlantis/overview'],
];
