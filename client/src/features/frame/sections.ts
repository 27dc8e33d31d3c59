import type { Permission } from '@sufficiency/shared/access/permissions.ts';

/** A part of the product, as the menu names it. */
interface Section {
  readonly path: string;
  readonly title: string;
  /** What its reader must be allowed to do; absent where anybody who is signed in may. */
  readonly permission?: Permission;
}

/** The sections of a consortium that exist, in the order of the menu. */
const sections: readonly Section[] = [
  { path: 'overview', title: 'Overview' },
  { path: 'compare', title: 'Compare' },
  { path: 'saved', title: 'Saved comparisons' },
  { path: 'providers', title: 'Providers', permission: 'reference:read' },
  { path: 'fostering', title: 'Fostering' },
  { path: 'beds', title: 'Beds', permission: 'beds:read' },
  { path: 'returns', title: 'Returns' },
  { path: 'releases', title: 'Releases', permission: 'release:read' },
  { path: 'sharing', title: 'Sharing', permission: 'agreement:read' },
  { path: 'log', title: 'Log', permission: 'audit:read' },
];

/** The sections that somebody with these permissions finds something in. */
export const sectionsFor = (permissions: readonly string[]): readonly Section[] =>
  sections.filter(({ permission }) => permission === undefined || permissions.includes(permission));

const known = (segment: string | undefined) => sections.find(({ path }) => path === segment);

/** What an address says about where in the frame a person is. */
export interface Place {
  /** The consortium's code, if the address starts with one of these codes. */
  readonly consortium: string | null;
  readonly section: Section | null;
  /** Whether the address names a page within the section, not its first. */
  readonly isWithin: boolean;
}

/** Reads the consortium and the section from a path such as `/d2n2/compare`. */
export function placeOf(pathname: string, codes: readonly string[]): Place {
  const [, first = '', second, third = ''] = pathname.split('/');
  if (!codes.includes(first)) return { consortium: null, section: null, isWithin: false };
  const section = known(second) ?? null;
  return { consortium: first, section, isWithin: section !== null && third !== '' };
}
