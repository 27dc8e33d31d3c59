import type { FosteringGrouping } from '@sufficiency/shared/fostering/fostering-input.ts';
import { fosteringGroupings } from '@sufficiency/shared/fostering/fostering-input.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import { todayInLondon } from '../indicators/london-day.ts';
import { endedMonths } from '../returns/return-months.ts';
import type { FosteringFunnelQuery } from './funnel-query.ts';

type FosteringInput = VariablesOf<typeof FosteringFunnelQuery>['input'];

/** Which households pages about recruitment show; empty lists leave nothing out. */
export interface FosteringFilter {
  /** First and last month, written 2026-09. */
  readonly from: string;
  readonly to: string;
  readonly by: FosteringGrouping;
  readonly authorities: readonly string[];
  readonly sources: readonly string[];
  readonly campaigns: readonly string[];
  readonly types: readonly string[];
}

/** How many months are offered: the last that have ended. */
const offered = 48;

/** The months a person can choose among, latest first. */
export const offeredMonths = (): string[] => endedMonths(todayInLondon(), offered);

const toAddress = (code: string) => code.toLowerCase().replaceAll('_', '-');

/** The filter that an address holds; what cannot be read leaves nothing out. Without months: the last twelve. */
export function fosteringFilter(
  address: URLSearchParams,
  months: readonly string[] = offeredMonths(),
): FosteringFilter {
  const to = monthOf(address.get('to'), months) ?? months[0] ?? '';
  const from = monthOf(address.get('from'), months) ?? monthsBefore(to, 11);
  const given = address.get('by');
  return {
    from: [from, to].toSorted()[0] ?? to,
    to,
    by: fosteringGroupings.find((one) => toAddress(one) === given) ?? 'AUTHORITY',
    authorities: listOf(address.get('in'), /^E\d{8}$/),
    sources: listOf(address.get('source'), /^[A-Z-]{1,20}$/),
    campaigns: listOf(address.get('campaign'), /^[A-Za-z0-9-]{1,40}$/),
    types: listOf(address.get('type'), /^[A-Z-]{1,20}$/),
  };
}

const monthOf = (text: string | null, months: readonly string[]) =>
  text !== null && months.includes(text) ? text : null;

/** A month some months before another: 2026-09 and 11 give 2025-10. */
function monthsBefore(month: string, back: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 7);
}

/** Codes that an address holds, without those that cannot be any. */
export const listOf = (text: string | null, pattern: RegExp): readonly string[] => [
  ...new Set((text ?? '').split(',').filter((code) => pattern.test(code))),
];

/** The query string of a filter, without what leaves nothing out. */
export function fosteringSearch(filter: FosteringFilter): URLSearchParams {
  const given: Readonly<Record<string, string>> = {
    from: filter.from,
    to: filter.to,
    by: filter.by === 'AUTHORITY' ? '' : toAddress(filter.by),
    in: filter.authorities.join(','),
    source: filter.sources.join(','),
    campaign: filter.campaigns.join(','),
    type: filter.types.join(','),
  };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
}

/** The filter as the server takes it. */
export const fosteringInputOf = (filter: FosteringFilter, consortium: string): FosteringInput => ({
  consortium,
  from: filter.from,
  to: filter.to,
  by: filter.by,
  authorities: orNone(filter.authorities),
  sources: orNone(filter.sources),
  campaigns: orNone(filter.campaigns),
  householdTypes: orNone(filter.types),
});

/** Codes as the server takes them: an empty list would be of none. */
export const orNone = (codes: readonly string[]) => (codes.length === 0 ? null : [...codes]);
