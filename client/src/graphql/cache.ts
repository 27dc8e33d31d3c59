import type { Cache } from '@urql/exchange-graphcache';
import { cacheExchange } from '@urql/exchange-graphcache';

/** These are parts of what holds them, not things of their own. */
const embedded = () => null;

/** Forgets every page of the list of saved comparisons, so that it is read anew. */
function forgetSavedComparisons(cache: Cache) {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fieldName === 'savedComparisons') cache.invalidate('Query', fieldName, args);
  }
}

/**
 * The normalised cache: what has an `id` is kept once, whichever query brought it.
 *
 * Figures have none: the same cell may differ between two queries (as at another day), so they
 * stay inside the comparison that asked for them.
 */
export const normalisedCache = () =>
  cacheExchange({
    keys: {
      Comparability: embedded,
      Comparison: embedded,
      ComparisonCell: embedded,
      ComparisonColumns: embedded,
      ComparisonRow: embedded,
      DemonstrationAccount: embedded,
      Figure: embedded,
      IndicatorPeriod: embedded,
      Overview: embedded,
      Platform: embedded,
      Provenance: embedded,
      Region: embedded,
      SavedComparisonQuery: embedded,
      Standout: embedded,
      StatisticalNeighbour: embedded,
      Viewer: embedded,
    },
    updates: {
      Mutation: {
        saveComparison: (_result, _args, cache) => forgetSavedComparisons(cache),
        deleteSavedComparison: (_result, _args, cache) => forgetSavedComparisons(cache),
        updateSavedComparison: (_result, _args, cache) => forgetSavedComparisons(cache),
      },
    },
  });
