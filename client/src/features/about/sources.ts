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
