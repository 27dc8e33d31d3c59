import { counted } from '../returns/return-words.ts';
import type { FoundVacancies, Vacancy } from './vacancy-queries.ts';

/** How a place can be had. */
export const basisTitles: Readonly<Record<Vacancy['basis'], string>> = {
  BLOCK: 'Your block',
  IN_HOUSE: 'In-house',
  FRAMEWORK: 'On framework',
  SPOT: 'Off framework',
};

/** How a place can be had, with lot and tier. */
export function basisWords({ basis, framework, lot, tier }: Vacancy): string {
  const parts = [
    basisTitles[basis],
    framework?.reference,
    lot && `lot ${lot.number}`,
    tier !== null && `tier ${tier}`,
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});

/** What a place costs a week, and whose word that is, as a sentence goes on; empty where nobody is paid. */
export function priceWords({ price, basis }: Vacancy): string {
  if (price === null) return basis === 'IN_HOUSE' ? '' : '; price not known';
  const weekly = `${pounds.format(price.weekly)} a week`;
  if (price.kind === 'MAXIMUM') return `; at most ${weekly}`;
  return price.kind === 'BLOCK' ? `; ${weekly}, by your block contract` : `; ${weekly}`;
}

/** How far a home is, as a sentence goes on; empty where nobody asked. Between authorities their middles are measured. */
export function milesWords({ miles, milesToHome }: Pick<Vacancy, 'miles' | 'milesToHome'>): string {
  if (miles === null) return '';
  if (milesToHome) return `; ${miles} miles to the home`;
  return miles === 0 ? '; in that authority' : `; ${miles} miles to the middle of its authority`;
}

/** What was found, before anything else. */
export function vacanciesSentence({ totalCount, places, fitting }: FoundVacancies): string {
  if (totalCount === 0) return 'No home that you may use has a place free for this search.';
  const found = `${counted(totalCount, 'home')} ${totalCount === 1 ? 'has' : 'have'} ${counted(places, 'place')} free for you`;
  if (fitting === totalCount) return `${found}; all fit what you asked for.`;
  if (fitting === 0) return `${found}; none fits all that you asked for.`;
  return `${found}; ${fitting} ${fitting === 1 ? 'fits' : 'fit'} all that you asked for.`;
}
