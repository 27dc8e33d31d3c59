/** The sections of a consortium that exist, in the order of the menu. */
export const sections = [
  { path: 'overview', title: 'Overview' },
  { path: 'compare', title: 'Compare' },
  { path: 'saved', title: 'Saved comparisons' },
] as const;

const known = (segment: string | undefined) => sections.find(({ path }) => path === segment);

/** What an address says about where in the frame a person is. */
export interface Place {
  /** The consortium's code, if the address starts with one of these codes. */
  readonly consortium: string | null;
  readonly section: (typeof sections)[number] | null;
}

/** Reads the consortium and the section from a path such as `/d2n2/compare`. */
export function placeOf(pathname: string, codes: readonly string[]): Place {
  const [, first = '', second] = pathname.split('/');
  if (!codes.includes(first)) return { consortium: null, section: null };
  return { consortium: first, section: known(second) ?? null };
}
