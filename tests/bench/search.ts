import type { AgainstOptions, AgainstResult } from './against.ts';
import { measureAgainst } from './against.ts';
import { searchCases } from './search-cases.ts';

const document = `query Bench($input: ServicesInput!) { services(input: $input, first: 50) {
  totalCount places placesUnknown pageInfo { hasNextPage }
  edges { distanceMiles node {
    urn name provisionType status places judgement judgedOn inHouse synthetic areaText
    authority { code name } provider { key name group { key name } } } }
  facets { name others values { value title services places } } } }`;

/** What searches of the register cost: by the server, and the same statements by hand, in turns. */
export async function measureSearch(options: AgainstOptions): Promise<AgainstResult[]> {
  await options.watcher.query('vacuum (analyze) service, provider, provider_group, register_name');
  return measureAgainst(
    {
      name: 'search',
      cases: searchCases,
      // Anybody of an authority.
      account: 'commissioner.birmingham',
      byHand: 'plain-search.ts',
      bodyOf: ({ input }) => ({ query: document, variables: { input } }),
    },
    options,
  );
}
