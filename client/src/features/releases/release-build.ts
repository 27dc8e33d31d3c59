import { releaseAudiences } from '@sufficiency/shared/disclosure/release-enums.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { endedMonths, writtenMonth } from '../returns/return-months.ts';
import { datasetHeading } from '../sharing/sharing-words.ts';
import type { ReleaseAudience } from './release-queries.ts';
import { audienceTitle } from './release-words.ts';

/** What is to be built. */
export interface BuildChoice {
  readonly dataset: Dataset;
  /** Written `2026-09`. */
  readonly month: string;
  readonly audience: ReleaseAudience;
}

/** Months that are offered. */
const offered = 24;

/** Returns of a month come in during the next: the month before the last is the first to be whole. */
const usual = 1;

/** What an address asks to build; what it leaves open is the usual. */
export function buildChoice(address: URLSearchParams, today: string): BuildChoice {
  const months = endedMonths(today, offered);
  return {
    dataset: datasets.find((one) => one === address.get('dataset')) ?? 'placements',
    month: months.find((one) => one === address.get('month')) ?? months[usual] ?? '',
    audience:
      releaseAudiences.find((one) => one.toLowerCase() === address.get('audience')) ?? 'MEMBERS',
  };
}

/** The months that can be chosen, latest first. */
export const buildMonths = (today: string) =>
  endedMonths(today, offered).map((value) => ({ value, text: writtenMonth(value) }));

const datasetHints: Readonly<Record<Dataset, string>> = {
  placements: 'Children looked after, where they live, and who comes into care and leaves it.',
  costs:
    'What placements cost. Averages of the consortium only: from an authority’s own, a provider’s price could be worked out.',
  providers: 'Placements by provider, under frameworks, in block contracts and on the spot market.',
  fostering: 'From enquiry to approval, and the foster carers and places there are.',
  beds: 'Homes, and how many of their beds are occupied, reserved and vacant.',
  demand: 'Placements that were looked for, how soon they were needed, and what became of it.',
};

/** The datasets that can be chosen, each with what is in it. */
export const datasetChoices = datasets.map((value) => ({
  value,
  text: datasetHeading(value),
  hint: datasetHints[value],
}));

const audienceHints: Readonly<Record<ReleaseAudience, string>> = {
  MEMBERS:
    'People who work for the hub and for its members, each as far as authorities let members see their released figures.',
  REVIEWERS:
    'Those, and elected members and others who review joint commissioning. The figures of a committee’s pack.',
  PUBLIC: 'Everybody with an account. Only figures of authorities that agreed to make them public.',
};

/** The releaseAudiences that can be chosen, each with who that is. */
export const audienceChoices = releaseAudiences.map((value) => ({
  value,
  text: audienceTitle[value],
  hint: audienceHints[value],
}));
