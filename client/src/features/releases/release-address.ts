import { releaseAudiences, releaseStatuses } from '@sufficiency/shared/disclosure/release-enums.ts';
import type { ReleaseAudience, ReleaseStatus } from './release-queries.ts';

/** Where a release is read: its key begins with its consortium, as addresses do. */
export const releaseAddress = (key: string): string => {
  const [consortium = '', ...rest] = key.split('/');
  return `/${[consortium, 'releases', ...rest].map(encodeURIComponent).join('/')}`;
};

/** What of a release’s figures a page shows, as its address says it. */
export interface ReleaseView {
  /** Name of a table; `all` for all of them, null for the first. */
  readonly table: string | null;
  /** Codes of the row in the picture, joined by `|`; null for the first with a figure. */
  readonly row: string | null;
}

/** The view that an address holds. */
export const releaseView = (address: URLSearchParams): ReleaseView => ({
  table: address.get('table'),
  row: address.get('row'),
});

/** The query string of a view. */
export function viewSearch({ table, row }: ReleaseView): string {
  const search = new URLSearchParams();
  if (table !== null) search.set('table', table);
  if (row !== null) search.set('row', row);
  return `?${search}`;
}

/** Which releases a list shows; null does not narrow it. */
export interface ReleasesFilter {
  readonly dataset: string | null;
  /** Written `2026-09`. */
  readonly month: string | null;
  readonly audience: ReleaseAudience | null;
  readonly status: ReleaseStatus | null;
}

/** The filter that an address holds; what cannot be read does not narrow the list. */
export function releasesFilter(address: URLSearchParams): ReleasesFilter {
  const month = address.get('month');
  const dataset = address.get('dataset');
  return {
    dataset: dataset !== null && /^[a-z]+(-[a-z]+)*$/.test(dataset) ? dataset : null,
    month: month !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : null,
    audience: releaseAudiences.find((one) => one.toLowerCase() === address.get('audience')) ?? null,
    status: releaseStatuses.find((one) => one.toLowerCase() === address.get('status')) ?? null,
  };
}

/** The query string of a filter. */
export function releasesSearch(filter: Partial<ReleasesFilter>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== null && value !== '') search.set(name, value.toLowerCase());
  }
  return search;
}

/** Whether a filter leaves anything out. */
export const isNarrowed = (filter: ReleasesFilter): boolean =>
  Object.values(filter).some((value) => value !== null);

/** Where a release is built, with what is known of it already chosen. */
export const buildAddress = (
  consortium: string,
  subject: Partial<Omit<ReleasesFilter, 'status'>> = {},
): string => {
  const search = releasesSearch(subject).toString();
  return `/${consortium}/releases/build${search && `?${search}`}`;
};
