import type { Cache, Data, KeyGenerator } from '@urql/exchange-graphcache';
import { cacheExchange } from '@urql/exchange-graphcache';

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

/** What purchases decide: frameworks, who is on them, contracts, and what is made of these. */
const followsPurchases: ReadonlySet<string> = new Set([
  'auditEvents',
  'contracts',
  'coverage',
  'exposure',
  'fees',
  'framework',
  'frameworks',
  'notifications',
  'recommissioning',
  'services',
  'uplifts',
]);

/** Forgets what is bought from whom, and on what terms. */
function forgetPurchases(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, followsPurchases);
}

/** What enquiries decide: lists of them, and every answer that is made of them. */
const followsEnquiries: ReadonlySet<string> = new Set([
  'auditEvents',
  'enquiries',
  'enquiryQueries',
  'enquiryTransfers',
  'fosteringClocks',
  'fosteringDay',
  'fosteringDropOut',
  'fosteringFunnel',
  'fosteringStages',
]);

/** Forgets which enquiries there are, and what was made of them. */
function forgetEnquiries(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, followsEnquiries);
}

/** Forgets what households there are. */
function forgetHouseholds(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, new Set(['auditEvents', 'fosteringCapacity', 'fosteringHouseholds']));
}

/** Forgets what is aimed at and forecast. */
function forgetPlans(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, new Set(['auditEvents', 'fosteringTargets', 'fosteringForecasts']));
}

/** What states of homes decide; lists of homes stay as they are, so that no row moves under a reader. */
const followsBeds: ReadonlySet<string> = new Set([
  'auditEvents',
  'bedConfirmations',
  'bedsRegion',
  'vacancies',
]);

/** Forgets what is free, and who has confirmed. */
function forgetBeds(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, followsBeds);
}

/** What homes there are, and how they are, where a change does not say it of each. */
const followsHomes: ReadonlySet<string> = new Set([...followsBeds, 'home', 'homes']);

/** Forgets how homes are: a file changed many, or there is one more. */
function forgetHomes(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, followsHomes);
}

/** Forgets places that are to come or to go. */
function forgetPlaces(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, new Set(['auditEvents', 'placesPlanned']));
}

/** Forgets which searches were noted, and what became of them. */
function forgetReferrals(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, new Set(['auditEvents', 'referralNotes']));
}

/** Forgets which notifications are unread, and how many. */
function forgetNotifications(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, new Set(['auditEvents', 'notifications']));
}

function forget(cache: Cache, names: ReadonlySet<string>) {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (names.has(fieldName)) cache.invalidate('Query', fieldName, args);
  }
}

/** What has an `id` is a thing of its own; what has none is a part of what holds it. */
const ownId = ({ id }: Data): string | null => (typeof id === 'string' ? id : null);

/** The same for every type there is: graphcache would have a list of all. */
const everyType = new Proxy<Record<string, KeyGenerator>>({}, { get: () => ownId });

/**
 * The normalised cache: what has an `id` is kept once, whichever query brought it.
 *
 * Figures have none: the same cell may differ between two queries (as at another day), so they
 * stay inside the comparison that asked for them.
 */
export const normalisedCache = () =>
  cacheExchange({
    keys: everyType,
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
        addFramework: forgetPurchases,
        changeFramework: forgetPurchases,
        addFrameworkAwards: forgetPurchases,
        endFrameworkAward: forgetPurchases,
        changeAwardHomes: forgetPurchases,
        setAwardPrice: forgetPurchases,
        recordCallOff: forgetPurchases,
        correctCallOff: forgetPurchases,
        takeBackCallOff: forgetPurchases,
        addBlockContract: forgetPurchases,
        changeBlockContract: forgetPurchases,
        recordBlockMonth: forgetPurchases,
        requestUplift: forgetPurchases,
        handleUplift: forgetPurchases,
        answerUplift: forgetPurchases,
        importOcds: forgetPurchases,
        importContracts: forgetPurchases,
        takeFromReturn: forgetPurchases,
        recordEnquiry: forgetEnquiries,
        recordEnquiryEvents: forgetEnquiries,
        retractEnquiryEvent: forgetEnquiries,
        answerEnquiryQuery: forgetEnquiries,
        changeEnquiry: forgetEnquiries,
        attributeEnquiry: forgetEnquiries,
        transferEnquiry: forgetEnquiries,
        linkDuplicateEnquiry: forgetEnquiries,
        linkReapplication: forgetEnquiries,
        importEnquiries: forgetEnquiries,
        takeEnquiriesFromReturn: forgetEnquiries,
        changeFosteringStages: forgetEnquiries,
        importFosteringHouseholds: forgetHouseholds,
        setFosteringTarget: forgetPlans,
        makeFosteringForecast: forgetPlans,
        scoreFosteringForecasts: forgetPlans,
        updateBeds: forgetBeds,
        confirmBeds: forgetBeds,
        changeHome: forgetBeds,
        recordHomeNights: forgetBeds,
        addHome: forgetHomes,
        importBeds: forgetHomes,
        savePlacesPlan: forgetPlaces,
        recordReferral: forgetReferrals,
        recordReferralOutcome: forgetReferrals,
        markNotificationsRead: forgetNotifications,
      },
    },
  });
