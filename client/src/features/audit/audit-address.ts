import { isAuditType } from '@sufficiency/shared/audit/audit-event.ts';
import { isDay } from '../indicators/london-day.ts';

/** Which events the log shows; null does not narrow it. */
export interface AuditFilter {
  readonly type: string | null;
  /** Slug of the organisation that acted. */
  readonly organisation: string | null;
  /** First and last day, YYYY-MM-DD, in England. */
  readonly from: string | null;
  readonly to: string | null;
}

const pageSize = 50;

/** The filter an address holds; what cannot be read does not narrow the log. */
export function auditFilter(address: URLSearchParams): AuditFilter {
  const kept = (name: string, isKnown: (text: string) => boolean) => {
    const text = address.get(name);
    return text !== null && isKnown(text) ? text : null;
  };
  return {
    type: kept('type', isAuditType),
    organisation: kept('organisation', (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)),
    from: kept('from', isDay),
    to: kept('to', isDay),
  };
}

/** The query string of a filter, for the page and for the file alike. */
export function auditSearch(filter: AuditFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== null && value !== '') search.set(name, value);
  }
  return search;
}

/** What to ask the server for: the filter, and the page after or before a cursor of the address. */
export function auditVariables(address: URLSearchParams) {
  const before = address.get('before');
  const page =
    before === null ? { first: pageSize, after: address.get('after') } : { last: pageSize, before };
  return { ...auditFilter(address), ...page };
}

/** Where the server makes a file of the events that the filter leaves. */
export function auditFileAddress(filter: AuditFilter): string {
  const search = auditSearch(filter).toString();
  return search === '' ? '/exports/audit.csv' : `/exports/audit.csv?${search}`;
}

/** Whether a filter leaves anything out. */
export const isNarrowed = (filter: AuditFilter): boolean =>
  Object.values(filter).some((value) => value !== null);
