import type { NamedProvider } from '../returns/demonstration-market.service.ts';

/** What a fictitious provider offers. */
export type OwnedService = NamedProvider['service'];

/** A fictitious provider. */
export interface Owner {
  readonly name: string;
  readonly service: OwnedService;
  /** The number that returns name its first service by; null where they name none. */
  readonly urn: string | null;
  /** The market it is strongest in: authorities are dealt into four by their place in the list. */
  readonly home: number;
}

/** As many markets as providers are dealt into. */
export const marketCount = 4;

// Words of a map that does not exist: no provider on Ofsted’s register of March 2025 begins with one of them.
const words = [
  'Amberwick',
  'Bellhanger',
  'Cindermere',
  'Daleswater',
  'Eaglehurst',
  'Fallowmere',
  'Gorsewick',
  'Harrowmead',
  'Ironbeck',
  'Jessamere',
  'Knollwater',
  'Lanternfield',
  'Marrowdale',
  'Nettlehurst',
  'Orchardwick',
  'Pebblemere',
  'Quillwater',
  'Rushenfield',
  'Saltmarrow',
  'Thistlebeck',
  'Umberdale',
  'Vintnerhurst',
  'Wickenmere',
  'Yarrowfield',
  'Zephyrdale',
  'Appledrift',
  'Brambleholt',
  'Candlewick Dene',
  'Driftholme',
  'Embercombe',
  'Flintmere',
  'Gullholme',
  'Hollowbeck',
  'Inkberrow Vale',
  'Jackdaw Mere',
  'Kittiwake Row',
  'Lapwing Fold',
  'Meadowsweet Row',
  'Nightjar Fold',
  'Ottersbrook',
  'Partridge Fold',
  'Quarryholme',
  'Redshank Row',
] as const;

interface Kind {
  readonly service: OwnedService;
  readonly suffix: string;
  /** The first so many words have a provider of the kind. */
  readonly count: number;
}

// With the providers of the returns they are as many as Northamptonshire’s frameworks need: 48 of homes, 43 fostering
// agencies, and 71 who support young people, homes’ owners among them.
const kinds: readonly Kind[] = [
  { service: 'RESIDENTIAL', suffix: 'Care Limited', count: 43 },
  { service: 'FOSTERING', suffix: 'Care CIC', count: 39 },
  { service: 'SUPPORTED', suffix: 'Care LLP', count: 20 },
];

const fictitious = (name: string) => `${name} (fictitious)`;

/**
 * Every fictitious provider: those that returns name first, then others. Their names differ from one another in the legal
 * form alone, where they belong to one group.
 */
export function ownersOf(named: readonly NamedProvider[]): readonly Owner[] {
  const known = named.map(({ name, urn, service }, index) => ({
    name,
    service,
    urn,
    home: index % marketCount,
  }));
  const others = kinds.flatMap(({ service, suffix, count }) =>
    words.slice(0, count).map((word, index) => ({
      name: fictitious(`${word} ${suffix}`),
      service,
      urn: null,
      home: index % marketCount,
    })),
  );
  return [...known, ...others];
}
