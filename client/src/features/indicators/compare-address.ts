import { comparators } from '@sufficiency/shared/indicators/comparators.ts';
import type { CompareSort, CompareState } from './compare-state.ts';
import { compareViews, firstState, mostIndicators, mostPeriods } from './compare-state.ts';
import { isDay } from './london-day.ts';

/** What an address says, and one sentence for each thing in it that had to be put right. */
export interface DecodedAddress {
  readonly state: CompareState;
  readonly repairs: readonly string[];
}

const mostAuthorities = 153;
const keyPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const codePattern = /^[A-Z]\d{8}$/;
const labelPattern = /^[A-Za-z0-9][A-Za-z0-9 /-]{0,19}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads the state of the Compare page from its address. What cannot be read is replaced by what a
 * first visit shows, and said in a sentence; nothing in an address can make this throw.
 *
 * @param today the day in England, YYYY-MM-DD: a later `asAt` cannot be answered.
 */
export function decodeAddress(search: string, today: string): DecodedAddress {
  const query = new URLSearchParams(search);
  const repairs: string[] = [];

  const state: CompareState = {
    indicators: readIndicators(query, repairs),
    authorities: readAuthorities(query, repairs),
    period: readMatching(query, 'period', labelPattern, repairs),
    periods: readPeriods(query, repairs),
    comparators: readComparators(query, repairs),
    asAt: readAsAt(query, today, repairs),
    view: readOneOf(query, 'view', compareViews, repairs) ?? 'matrix',
    sort: readSort(query, repairs),
    focus: readMatching(query, 'focus', keyPattern, repairs),
    highlight: readMatching(query, 'highlight', codePattern, repairs),
    across: readOneOf(query, 'across', ['authorities', 'indicators'], repairs),
    density: readOneOf(query, 'density', ['comfortable', 'compact'], repairs) ?? 'comfortable',
  };
  return { state, repairs };
}

/**
 * Writes the state as a query string without the question mark. What makes up the figures is always
 * written, so that a copied link keeps its meaning when the first view changes.
 */
export function encodeAddress(state: CompareState): string {
  const sort = state.sort && `${state.sort.indicator}:${state.sort.order}`;
  const parts: readonly (readonly [string, string | null])[] = [
    ['indicators', joined(state.indicators)],
    ['authorities', state.authorities && joined(state.authorities)],
    ['period', state.period && encodeURIComponent(state.period)],
    ['periods', String(state.periods)],
    ['comparators', joined(state.comparators)],
    ['asAt', state.asAt && encodeURIComponent(state.asAt)],
    ['view', state.view === 'matrix' ? null : state.view],
    ['sort', sort],
    ['focus', state.focus],
    ['highlight', state.highlight],
    ['across', state.across],
    ['density', state.density === 'comfortable' ? null : state.density],
  ];
  return parts
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

// Commas stay readable in the address bar: nothing inside a list contains one.
const joined = (items: readonly string[]) => items.map(encodeURIComponent).join(',');

/** The items of a comma-separated parameter, once each; null when the address does not have it. */
function readList(query: URLSearchParams, name: string): string[] | null {
  const text = query.get(name);
  if (text === null) return null;
  return [...new Set(text.split(',').map((item) => item.trim()))].filter((item) => item !== '');
}

function keepMatching(
  items: readonly string[],
  isKnown: (item: string) => boolean,
  noun: string,
  repairs: string[],
): string[] {
  const refused = items.filter((item) => !isKnown(item));
  if (refused.length > 0) repairs.push(leftOut(noun, refused));
  return items.filter(isKnown);
}

/** Says which names of an address were left out, quoting at most three of them. */
export function leftOut(noun: string, names: readonly string[]): string {
  const quoted = names.slice(0, 3).map((name) => `“${name.slice(0, 40)}”`);
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return names.length === 1
    ? `There is no ${noun} ${quoted[0]}, so it was left out.`
    : `There are no ${noun}s ${quoted.join(', ')}${more}, so they were left out.`;
}

function readIndicators(query: URLSearchParams, repairs: string[]): readonly string[] {
  const items = readList(query, 'indicators');
  if (items === null) return firstState.indicators;

  const keys = keepMatching(items, (item) => keyPattern.test(item), 'indicator', repairs);
  if (keys.length > mostIndicators) {
    repairs.push(
      `A comparison holds at most ${mostIndicators} indicators: the first ${mostIndicators} are shown.`,
    );
  }
  return keys.slice(0, mostIndicators);
}

function readAuthorities(query: URLSearchParams, repairs: string[]): readonly string[] | null {
  const items = readList(query, 'authorities');
  if (items === null) return null;

  const codes = keepMatching(items, (item) => codePattern.test(item), 'authority code', repairs);
  if (codes.length > mostAuthorities) {
    repairs.push(`A comparison holds at most ${mostAuthorities} authorities: the first are shown.`);
  }
  return codes.slice(0, mostAuthorities);
}

function readComparators(query: URLSearchParams, repairs: string[]) {
  const items = readList(query, 'comparators');
  if (items === null) return firstState.comparators;

  const isKnown = (item: string) => comparators.some((known) => known === item);
  const asked = keepMatching(items, isKnown, 'comparator', repairs);
  return comparators.filter((known) => asked.includes(known));
}

function readPeriods(query: URLSearchParams, repairs: string[]): number {
  const text = query.get('periods');
  if (text === null) return firstState.periods;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= 1 && count <= mostPeriods) return count;

  repairs.push(
    `The number of periods is a whole number from 1 to ${mostPeriods}: ${firstState.periods} are shown.`,
  );
  return firstState.periods;
}

function readAsAt(query: URLSearchParams, today: string, repairs: string[]): string | null {
  const text = query.get('asAt');
  if (text === null || text === '') return null;

  const isInstant = instantPattern.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay(text) && !isInstant) {
    repairs.push('The day in the address could not be read, so figures are shown as they are now.');
    return null;
  }
  if (text.slice(0, 10) > today) {
    repairs.push('The day in the address has not come yet, so figures are shown as they are now.');
    return null;
  }
  return text === today ? null : text;
}

function readSort(query: URLSearchParams, repairs: string[]): CompareSort | null {
  const text = query.get('sort');
  if (text === null || text === '') return null;
  const [indicator = '', order = ''] = text.split(':');
  if (keyPattern.test(indicator) && (order === 'ascending' || order === 'descending')) {
    return { indicator, order };
  }
  repairs.push(
    'The order in the address could not be read, so authorities keep their usual order.',
  );
  return null;
}

function readMatching(
  query: URLSearchParams,
  name: string,
  pattern: RegExp,
  repairs: string[],
): string | null {
  const text = query.get(name);
  if (text === null || text === '') return null;
  if (pattern.test(text)) return text;
  repairs.push(`“${text.slice(0, 40)}” cannot be a ${name}, so it was left out.`);
  return null;
}

function readOneOf<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly Choice[],
  repairs: string[],
): Choice | null {
  const text = query.get(name);
  if (text === null || text === '') return null;
  const found = choices.find((choice) => choice === text);
  if (found === undefined) {
    repairs.push(`There is no ${name} “${text.slice(0, 40)}”: the usual one is shown.`);
  }
  return found ?? null;
}
