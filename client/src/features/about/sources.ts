/** A publication, its licence, and the titles of the indicators that come from it. */
export interface ListedSource {
  readonly source: string;
  readonly licence: string;
  readonly titles: readonly string[];
}

/** Each source once, with what comes from it, in the order in which the indicators came. */
export function sourcesOf(
  indicators: readonly {
    readonly source: string;
    readonly licence: string;
    readonly title: string;
  }[],
): ListedSource[] {
  return [...Map.groupBy(indicators, ({ source }) => source)].map(([source, group]) => ({
    source,
    licence: [...new Set(group.map(({ licence }) => licence))].join('; '),
    titles: group.map(({ title }) => title),
  }));
}

const openGovernment = 'Open Government Licence v3.0';

/** What is shown beside indicators: the register, and the maps. */
export const otherSources: readonly ListedSource[] = [
  {
    source: 'Ofsted, providers and places at 31 March 2025, and inspections in 2023-24',
    licence: openGovernment,
    titles: ['Register of services, their owners and judgements'],
  },
  {
    source: 'Office for National Statistics, boundaries of counties and unitary authorities, 2025',
    licence: `${openGovernment}. Contains OS data © Crown copyright and database right.`,
    titles: ['Boundaries on maps', 'Distances between authorities'],
  },
  {
    source: 'House of Commons Library, hexagon cartograms of upper-tier authorities, 2023',
    licence:
      'Contains Parliamentary information licensed under the Open Parliament Licence v3.0. Changed: one hexagon of the same size for each authority.',
    titles: ['Places of hexagons on maps'],
  },
  {
    source:
      'Staffordshire County Council, Sufficiency Strategy: Homes for Children in our Care 2023–26',
    licence: 'None stated; quoted with its source.',
    titles: ['Published fostering enquiries and starters by month'],
  },
];
