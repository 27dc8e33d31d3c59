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

/** Forgets which notifications are unread, and how many. */
function forgetNotifications(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, new Set(['auditEvents', 'notifications']));
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
      AlikeProvider: embedded,
      AuthorityCollection: embedded,
      AuthorityExposure: embedded,
      AuthorityFosteringCapacity: embedded,
      AwardPrice: embedded,
      BlockMonth: embedded,
      BreakEven: embedded,
      CarersBesideChildren: embedded,
      CohortConversion: embedded,
      CohortStage: embedded,
      CohortState: embedded,
      CollectionMonth: embedded,
      Comparability: embedded,
      Comparison: embedded,
      ComparisonCell: embedded,
      ComparisonColumns: embedded,
      ComparisonRow: embedded,
      ConcentrationMeasure: embedded,
      ContractExtension: embedded,
      Coverage: embedded,
      CoverageMonth: embedded,
      CoverageRow: embedded,
      DemonstrationAccount: embedded,
      DropOut: embedded,
      DropOutRow: embedded,
      EnquiryEventResult: embedded,
      EnquiryImport: embedded,
      EnquiryImportItem: embedded,
      EnquiryImportProblem: embedded,
      EnquiryStageReached: embedded,
      Exposure: embedded,
      Facet: embedded,
      FacetValue: embedded,
      FeeBand: embedded,
      Fees: embedded,
      Figure: embedded,
      FirstResponseOutcome: embedded,
      FosteringCapacity: embedded,
      FosteringCapacityDetails: embedded,
      FosteringCapacityMonth: embedded,
      FosteringChildrenGroup: embedded,
      FosteringClock: embedded,
      FosteringClockMeasure: embedded,
      FosteringClockRow: embedded,
      FosteringClocks: embedded,
      FosteringCohort: embedded,
      FosteringCohortFunnel: embedded,
      FosteringCohortRow: embedded,
      FosteringCounting: embedded,
      FosteringCurveStep: embedded,
      FosteringDay: embedded,
      FosteringDeregisteredGroup: embedded,
      FosteringDropOut: embedded,
      FosteringForecastPart: embedded,
      FosteringForecastScore: embedded,
      FosteringFunnel: embedded,
      FosteringGroup: embedded,
      FosteringHouseholdChange: embedded,
      FosteringHouseholdGroup: embedded,
      FosteringHouseholdImport: embedded,
      FosteringHouseholdProblem: embedded,
      FosteringMayRetire: embedded,
      FosteringPeriodFunnel: embedded,
      FosteringPeriodRow: embedded,
      FosteringPeriodStage: embedded,
      FosteringPlaceState: embedded,
      FosteringStage: embedded,
      FosteringStageSet: embedded,
      FosteringStages: embedded,
      FosteringTransfers: embedded,
      FrameworkCount: embedded,
      FrameworkDate: embedded,
      FrameworkTier: embedded,
      FunnelBasisMonth: embedded,
      GroupExposure: embedded,
      IndicatorPeriod: embedded,
      JudgedServices: embedded,
      LeftForSpot: embedded,
      LostAtStage: embedded,
      LostForReason: embedded,
      MembersCost: embedded,
      MissingAuthority: embedded,
      NationalRecruitment: embedded,
      OcdsChange: embedded,
      OcdsImport: embedded,
      OcdsNotice: embedded,
      OcdsProblem: embedded,
      OcdsSupplier: embedded,
      OfstedRecruitment: embedded,
      OfstedRecruitmentYear: embedded,
      Overview: embedded,
      OwnAreaUse: embedded,
      PlacementFlowCell: embedded,
      PlannedFosteringHousehold: embedded,
      PlacementFlows: embedded,
      PlannedPurchase: embedded,
      Platform: embedded,
      PriceRange: embedded,
      Provenance: embedded,
      ProviderFailure: embedded,
      PublishedLikeForLike: embedded,
      PublishedPlacementFlow: embedded,
      PublishedRecruitment: embedded,
      PublishedRecruitmentMonth: embedded,
      PublishedRecruitmentSeries: embedded,
      PublishedRecruitmentTotal: embedded,
      PublishedRecruitmentYear: embedded,
      PurchaseImport: embedded,
      PurchaseProblem: embedded,
      RadarDate: embedded,
      Recommissioning: embedded,
      RecommissioningItem: embedded,
      RecommissioningOverlap: embedded,
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
      RunningClock: embedded,
      RunningEnquiry: embedded,
      SavedComparisonQuery: embedded,
      ServiceChange: embedded,
      ServiceJudgement: embedded,
      SharingItem: embedded,
      SharingMatrix: embedded,
      SharingMatrixCell: embedded,
      SharingParty: embedded,
      SharingPreview: embedded,
      SharingPreviewCell: embedded,
      SpotReasonMonth: embedded,
      SpotReasonRow: embedded,
      StageClock: embedded,
      Standout: embedded,
      StatisticalNeighbour: embedded,
      TargetChainLink: embedded,
      TargetCheck: embedded,
      TargetProgress: embedded,
      UpliftAnswer: embedded,
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
        markNotificationsRead: forgetNotifications,
      },
    },
  });
