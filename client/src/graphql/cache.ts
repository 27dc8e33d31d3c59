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

/** What every change to agreements, returns and releases bears on: it is read anew. */
const followsAll = ['auditEvents', 'comparison', 'overview', 'release', 'releases'];

/** What an agreement decides: all of it is read anew when one changes. */
const followsAgreements: ReadonlySet<string> = new Set([
  ...followsAll,
  'previewAs',
  'sharingAgreements',
  'sharingMatrix',
]);

/** Forgets who sees what, and what was seen. */
function forgetSight(cache: Cache) {
  forget(cache, followsAgreements);
}

/** What returns decide: all of it is read anew when one is sent or moves on. */
const followsReturns: ReadonlySet<string> = new Set([
  ...followsAll,
  'return',
  'returnCalendar',
  'returns',
]);

/** Forgets where returns stand, and what they brought into use. */
function forgetReturns(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, followsReturns);
}

/** What releases decide: all of it is read anew when one is built, published or withdrawn. */
const followsReleases: ReadonlySet<string> = new Set(followsAll);

/** Forgets where releases stand, and what was read of them. */
function forgetReleases(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, followsReleases);
}

function forget(cache: Cache, names: ReadonlySet<string>) {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (names.has(fieldName)) cache.invalidate('Query', fieldName, args);
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
      AuthorityCollection: embedded,
      CollectionMonth: embedded,
      Comparability: embedded,
      Comparison: embedded,
      ComparisonCell: embedded,
      ComparisonColumns: embedded,
      ComparisonRow: embedded,
      DemonstrationAccount: embedded,
      Figure: embedded,
      IndicatorPeriod: embedded,
      MissingAuthority: embedded,
      Overview: embedded,
      Platform: embedded,
      Provenance: embedded,
      Region: embedded,
      ReleaseAttacker: embedded,
      ReleaseCell: embedded,
      ReleaseCertificate: embedded,
      ReleaseProgress: embedded,
      ReleaseRow: embedded,
      ReleaseTable: embedded,
      ReturnCalendar: embedded,
      ReturnChange: embedded,
      ReturnCode: embedded,
      ReturnCodeList: embedded,
      ReturnColumn: embedded,
      ReturnFigure: embedded,
      ReturnFile: embedded,
      ReturnFormat: embedded,
      ReturnFormatTable: embedded,
      ReturnProblem: embedded,
      ReturnProblemCounts: embedded,
      ReturnProgress: embedded,
      ReturnRow: embedded,
      ReturnStep: embedded,
      ReturnTable: embedded,
      ReturnTimeliness: embedded,
      ReturnValue: embedded,
      SavedComparisonQuery: embedded,
      SharingItem: embedded,
      SharingMatrix: embedded,
      SharingMatrixCell: embedded,
      SharingParty: embedded,
      SharingPreview: embedded,
      SharingPreviewCell: embedded,
      Standout: embedded,
      StatisticalNeighbour: embedded,
      Viewer: embedded,
    },
    updates: {
      Mutation: {
        saveComparison: (_result, _args, cache) => forgetSavedComparisons(cache),
        deleteSavedComparison: (_result, _args, cache) => forgetSavedComparisons(cache),
        updateSavedComparison: (_result, _args, cache) => forgetSavedComparisons(cache),
        draftAgreement: (_result, _args, cache) => forgetSight(cache),
        updateDraftAgreement: (_result, _args, cache) => forgetSight(cache),
        deleteDraftAgreement: (_result, _args, cache) => forgetSight(cache),
        proposeAgreement: (_result, _args, cache) => forgetSight(cache),
        signAgreement: (_result, _args, cache) => forgetSight(cache),
        suspendAgreement: (_result, _args, cache) => forgetSight(cache),
        resumeAgreement: (_result, _args, cache) => forgetSight(cache),
        endAgreement: (_result, _args, cache) => forgetSight(cache),
        renewAgreement: (_result, _args, cache) => forgetSight(cache),
        recordAccessReview: (_result, _args, cache) => forgetSight(cache),
        submitReturn: forgetReturns,
        confirmReturn: forgetReturns,
        explainReturnProblems: forgetReturns,
        approveReturn: forgetReturns,
        acceptReturn: forgetReturns,
        reopenReturn: forgetReturns,
        withdrawReturn: forgetReturns,
        buildRelease: forgetReleases,
        publishRelease: forgetReleases,
        withdrawRelease: forgetReleases,
      },
    },
  });
