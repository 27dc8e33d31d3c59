import { todayInLondon } from '../indicators/london-day.ts';
import { listOf, offeredMonths, orNone } from './fostering-address.ts';

const statuses = ['OPEN', 'ON_HOLD', 'APPROVED', 'WITHDRAWN', 'NOT_APPROVED'] as const;
type Status = (typeof statuses)[number];

/** Which enquiries a list shows; what is empty leaves nothing out. */
export interface EnquiryFilter {
  readonly status: Status | '';
  /** `waiting`: those nobody has answered; `unattributed`: those of no authority yet. */
  readonly only: 'waiting' | 'unattributed' | '';
  /** First and last month in which they came, written 2026-09. */
  readonly from: string;
  readonly to: string;
  /** The beginning of their reference. */
  readonly reference: string;
  readonly authorities: readonly string[];
  readonly types: readonly string[];
  readonly sources: readonly string[];
}

/** Statuses as a choice names them. */
export const statusChoices: readonly { readonly value: Status; readonly text: string }[] = [
  { value: 'OPEN', text: 'Open' },
  { value: 'ON_HOLD', text: 'On hold' },
  { value: 'APPROVED', text: 'Approved' },
  { value: 'WITHDRAWN', text: 'Withdrawn' },
  { value: 'NOT_APPROVED', text: 'Not approved' },
];

/** Months in which enquiries can have come, this one first. */
export const enquiryMonths = (today = todayInLondon()): readonly string[] => [
  today.slice(0, 7),
  ...offeredMonths(),
];

const monthOf = (text: string | null) => (text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : '');

/** The filter that an address holds; what cannot be read leaves nothing out. */
export function enquiryFilter(address: URLSearchParams): EnquiryFilter {
  const only = address.get('only');
  return {
    status: statuses.find((one) => one === address.get('status')?.toUpperCase()) ?? '',
    only: only === 'waiting' || only === 'unattributed' ? only : '',
    from: monthOf(address.get('from')),
    to: monthOf(address.get('to')),
    reference: address.get('reference')?.slice(0, 40) ?? '',
    authorities: listOf(address.get('in'), /^E\d{8}$/),
    types: listOf(address.get('type'), /^[A-Z-]{1,20}$/),
    sources: listOf(address.get('source'), /^[A-Z]{1,20}$/),
  };
}

/** The query string of a filter, without what leaves nothing out. `after`: where its page begins. */
export function enquirySearch(filter: EnquiryFilter, after: string | null = null): string {
  const { status, only, from, to, reference, authorities, types, sources } = filter;
  const given: Readonly<Record<string, string>> = {
    ...{ status: status.toLowerCase(), only, from, to, reference },
    ...{ in: authorities.join(','), type: types.join(','), source: sources.join(',') },
    after: after ?? '',
  };
  return `?${new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''))}`;
}

const lastDayOf = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** The filter as the server takes it. Those that wait for an answer come oldest first. */
export const enquiryFilterInput = (filter: EnquiryFilter, consortium: string) => ({
  consortium,
  statuses: filter.status === '' ? null : [filter.status],
  awaitingFirstResponse: filter.only === 'waiting' ? true : null,
  oldestFirst: filter.only === 'waiting' ? true : null,
  unattributed: filter.only === 'unattributed' ? true : null,
  receivedFrom: filter.from === '' ? null : `${filter.from}-01`,
  receivedTo: filter.to === '' ? null : lastDayOf(filter.to),
  reference: filter.reference === '' ? null : filter.reference,
  authorities: orNone(filter.authorities),
  householdTypes: orNone(filter.types),
  sources: orNone(filter.sources),
});
