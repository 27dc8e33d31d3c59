import { offFrameworkReasons, services, sourcings } from '../returns/code-lists/sourcing-codes.ts';
import type { Addends } from '../returns/formula.ts';
import type { CollectedIndicator } from './in-year.ts';
import {
  added,
  fewMovesIt,
  growsWithSize,
  ofReturns,
  oneMonth,
  percent,
  provisional,
} from './in-year.ts';

/** What the providers return says of a calendar month. */
export const boughtInTheMonth = {
  ...ofReturns,
  dataset: 'providers',
  periodBasis: 'calendar month',
} as const;

/** Whom the figures of bought placements are about. */
export const begun = 'Placements that began in the month, first placements and moves alike.';

/** Placements sourced in certain ways: of one service, by its code, or of all. */
export const sourcedBy = (groups: readonly string[], service?: string): Addends => ({
  table: 'placements-by-sourcing',
  columns: ['placements'],
  where: {
    ...(service !== undefined && { service: [service] }),
    sourcing: sourcings.codes
      .filter(({ group = '' }) => groups.includes(group))
      .map(({ code }) => code),
  },
});

/** A service that frameworks buy month after month, and the indicators of how it is bought. */
export interface BoughtService {
  /** Of the code list of services. */
  readonly code: string;
  readonly title: string;
  /** Keys of indicators. */
  readonly share: string;
  readonly spot: string;
}

const bought = [
  ['FOSTERING', 'fostering'],
  ['RESIDENTIAL', 'residential'],
  ['SUPPORTED', 'supported'],
] as const;

/** The services whose framework coverage is shown; schools and family centres are bought too seldom for a month’s share. */
export const boughtServices: readonly BoughtService[] = bought.map(([code, name]) => ({
  code,
  title: services.codes.find((service) => service.code === code)?.label ?? code,
  share: `on-framework-share-month-${name}`,
  spot: `spot-placements-month-${name}`,
}));

/** The reasons for placing off framework, with the key of the indicator that counts each. */
export const spotReasons = offFrameworkReasons.codes.map(({ code, label }) => ({
  code,
  title: label,
  indicator: `spot-placements-month-${code === 'NK' ? 'reason-not-known' : code.toLowerCase()}`,
}));

const inWords = (title: string) => title.toLowerCase();

const shareOf = ({ code, title, share }: BoughtService): CollectedIndicator => ({
  contract: {
    ...boughtInTheMonth,
    ...percent,
    key: share,
    title: `Bought placements made on a framework: ${inWords(title)}`,
    definition: `Of the placements bought in the month with the service “${title}”, on framework, in block or by spot purchase, the share made on a regional, sub-regional or local framework.`,
    cohort: begun,
    numeratorText: `Placements made on a framework: ${inWords(title)}`,
    denominatorText: `Placements made on a framework, in a block contract or by spot purchase: ${inWords(title)}`,
    polarity: 'HIGH',
    cautions: [
      'An authority with many block beds has a lower share without buying off framework more often.',
      fewMovesIt,
      oneMonth,
      provisional,
    ],
  },
  formula: {
    kind: 'ratio',
    of: sourcedBy(['framework'], code),
    over: sourcedBy(['framework', 'block', 'spot'], code),
    words: `placements on a framework ÷ placements on a framework, in block or by spot purchase × 100, of ${inWords(title)}`,
  },
});

const spotOf = ({ code, title, spot }: BoughtService): CollectedIndicator => ({
  contract: {
    ...boughtInTheMonth,
    ...added,
    key: spot,
    title: `Placements made by spot purchase in the month: ${inWords(title)}`,
    definition: `Number of placements with the service “${title}” that began in the month by direct award off framework.`,
    cohort: begun,
    unit: 'placements',
    polarity: 'LOW',
    cautions: [oneMonth, growsWithSize, provisional],
  },
  formula: {
    kind: 'sum',
    of: sourcedBy(['spot'], code),
    words: `placements by direct award off framework, of ${inWords(title)}`,
  },
});

const reasonOf = ({
  code,
  title,
  indicator,
}: (typeof spotReasons)[number]): CollectedIndicator => ({
  contract: {
    ...boughtInTheMonth,
    ...added,
    key: indicator,
    title: `Placements made by spot purchase in the month: ${title}`,
    definition: `Number of placements that began in the month by direct award off framework, for the reason “${title}”.`,
    cohort: begun,
    unit: 'placements',
    polarity: 'LOW',
    cautions: [
      'The reason is the placing authority’s own: two may put the same case under different ones.',
      oneMonth,
      growsWithSize,
      provisional,
    ],
  },
  formula: {
    kind: 'sum',
    of: { table: 'off-framework-by-reason', columns: ['placements'], where: { reason: [code] } },
    words: `sum of placements off framework for the reason “${title}” over all services`,
  },
});

/** How each service is bought, on framework and by spot, and why by spot. */
export const inYearSourcing: readonly CollectedIndicator[] = [
  ...boughtServices.flatMap((service) => [shareOf(service), spotOf(service)]),
  ...spotReasons.map(reasonOf),
];
