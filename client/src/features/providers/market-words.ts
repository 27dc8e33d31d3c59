import type { FrameworkStatus } from '@sufficiency/shared/providers/framework-terms.ts';
import { writtenDay } from '../indicators/london-day.ts';

const titles: Readonly<Record<string, string>> = {
  FOSTERING: 'Fostering',
  RESIDENTIAL: 'Residential care',
  SUPPORTED: 'Supported accommodation',
  SCHOOL: 'Residential schools',
  FAMILY: 'Residential family centres',
};

/** Services that frameworks buy, as the list narrows by them. */
export const boughtServices: readonly { readonly value: string; readonly text: string }[] =
  Object.entries(titles).map(([value, text]) => ({ value, text }));

/** Codes of services in words: “Fostering, residential care”. */
export const servicesInWords = (codes: readonly string[]): string =>
  codes
    .map((code) => titles[code] ?? code)
    .map((title, index) => (index === 0 ? title : title.toLowerCase()))
    .join(', ');

/** Where a framework stands, as a tag says it. */
export const statusWord: Readonly<Record<FrameworkStatus, string>> = {
  PLANNED: 'planned',
  OPEN: 'open to new providers',
  CLOSED_TO_NEW: 'closed to new providers',
  ENDED: 'ended',
};

/** Tone of that tag. */
export const statusTone: Readonly<Record<FrameworkStatus, 'accent' | 'good' | 'neutral'>> = {
  PLANNED: 'accent',
  OPEN: 'good',
  CLOSED_TO_NEW: 'good',
  ENDED: 'neutral',
};

/** A term in words; what nobody says is said to be unknown. */
export function termInWords(startsOn: string | null, endsOn: string | null): string {
  const from = startsOn === null ? 'first day not published' : writtenDay(startsOn);
  if (endsOn === null)
    return startsOn === null ? 'Term not published' : `From ${from}, end not published`;
  return startsOn === null ? `Until ${writtenDay(endsOn)}` : `${from} to ${writtenDay(endsOn)}`;
}

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});

const exactPounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
});

/** A sum over a whole term: £1,234,000, or £1.9 billion. Unit: GBP. */
export function valueInWords(value: number): string {
  if (value < 1e6) return pounds.format(value);
  const [share, name] = value >= 1e9 ? [value / 1e9, 'billion'] : [value / 1e6, 'million'];
  return `£${share.toLocaleString('en-GB', { maximumFractionDigits: 2 })} ${name}`;
}

/** A weekly price as it was recorded: £4,150 or £712.50. Unit: GBP. */
export const price = (value: number): string => exactPounds.format(value);

const whole = new Intl.NumberFormat('en-GB');

/** A count, with commas for thousands. */
export const count = (many: number): string => whole.format(many);

/** A number of things: “1 bed”, “12 beds”. */
export const counted = (many: number, one: string, several = `${one}s`): string =>
  `${count(many)} ${many === 1 ? one : several}`;

/** Why somebody may see something, as a sentence of its own; the server says only “own” of what is one’s own. */
export const whyInWords = (why: string): string =>
  why === 'own' ? 'It is your own organisation’s.' : why;
