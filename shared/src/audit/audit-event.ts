/** Everything that can stand in the log, and how a sentence says it: “commissioner.derby of Derby …”. */
export const auditTypes = {
  'figures.read': 'looked at figures',
  'figures.exported': 'downloaded figures',
  'comparison.exported': 'downloaded a comparison',
  'comparison.saved': 'saved a comparison',
  'comparison.changed': 'changed a saved comparison',
  'comparison.deleted': 'deleted a saved comparison',
  'audit.exported': 'downloaded the log',
  'session.started': 'signed in',
  'session.ended': 'signed out',
  'session.refused': 'was refused at sign-in',
  'access.refused': 'was refused',
  'agreement.drafted': 'drafted an agreement',
  'agreement.changed': 'changed a draft agreement',
  'agreement.deleted': 'deleted a draft agreement',
  'agreement.proposed': 'proposed an agreement',
  'agreement.withdrawn': 'withdrew a proposed agreement',
  'agreement.signed': 'signed an agreement',
  'agreement.activated': 'signed last, and so brought an agreement into force',
  'agreement.suspended': 'suspended an agreement',
  'agreement.resumed': 'resumed an agreement',
  'agreement.ended': 'ended an agreement',
  'agreement.renewed': 'renewed an agreement',
  'agreement.accessReviewed': 'recorded an access review',
  'return.received': 'sent a return',
  'return.submitted': 'submitted a return for approval',
  'return.approved': 'approved a return',
  'return.accepted': 'accepted a return, and so brought its figures into use',
  'return.reopened': 'reopened a return',
  'return.withdrawn': 'withdrew a return',
  'return.explained': 'explained what checking asked of a return',
  'return.downloaded': 'downloaded a file of a return',
  'return.templateDownloaded': 'downloaded a form for returns',
  'return.calendarDownloaded': 'downloaded the deadlines of returns',
  'release.requested': 'asked for a release to be built',
  'release.built': 'had a release built',
  'release.failed': 'asked for a release that could not be built',
  'release.published': 'published a release',
  'release.withdrawn': 'withdrew a release',
  'framework.added': 'added a framework',
  'framework.changed': 'changed a framework',
  'framework.awarded': 'added providers to a framework',
  'framework.awardEnded': 'ended a provider’s membership of a framework',
  'framework.homesChanged': 'changed which homes a provider offers on a framework',
  'framework.priceSet': 'recorded a price on a framework',
  'framework.calledOff': 'recorded a call-off',
  'framework.callOffCorrected': 'corrected a call-off',
  'framework.callOffTakenBack': 'took a call-off back',
  'contract.added': 'added a block contract',
  'contract.changed': 'changed a block contract',
  'contract.monthRecorded': 'recorded how a block contract was used',
  'use.recorded': 'recorded placements with providers',
  'uplift.asked': 'recorded a request for higher prices',
  'uplift.handled': 'moved a request for higher prices on',
  'uplift.answered': 'answered a request for higher prices',
  'recommissioning.downloaded': 'downloaded the dates of frameworks and contracts',
  'enquiry.recorded': 'recorded an enquiry to foster',
  'enquiry.imported': 'recorded enquiries to foster from a file or return',
  'enquiry.eventsRecorded': 'recorded what happened to an enquiry to foster',
  'enquiry.eventRetracted': 'retracted what was recorded of an enquiry to foster',
  'enquiry.queryAnswered': 'answered what was asked of an enquiry to foster',
  'enquiry.attributed': 'attributed an enquiry to foster to an authority',
  'enquiry.transferred': 'transferred an enquiry to foster',
  'enquiry.changed': 'put right what was said of an enquiry to foster',
  'enquiry.linked': 'linked enquiries to foster',
  'enquiry.templateDownloaded': 'downloaded a form for enquiries to foster',
  'stages.changed': 'changed the stages of enquiries to foster',
  'notification.read': 'read notifications',
  'household.added': 'added a fostering household',
  'household.changed': 'changed a fostering household',
  'household.deregistered': 'recorded that a fostering household was deregistered',
  'household.placesRecorded': 'recorded how a fostering household’s places are used',
  'household.templateDownloaded': 'downloaded a form for fostering households',
  'household.imported': 'recorded fostering households from files',
  'constellation.saved': 'recorded a constellation of fostering households',
  'target.set': 'set a target of fostering recruitment',
  'forecast.made': 'made a forecast of fostering approvals',
  'forecast.scored': 'held forecasts of fostering approvals against what came',
  'referral.noted': 'noted a search for a home',
  'referral.outcomeRecorded': 'recorded what became of a search for a home',
  'vacancySearch.saved': 'saved a search for a home',
  'vacancySearch.deleted': 'deleted a saved search for a home',
  'home.added': 'took a home on the list',
  'home.changed': 'changed what is said of a home',
  'home.placesSaid': 'said how the places of a home are used',
  'home.confirmed': 'confirmed that nothing changed in homes',
  'home.imported': 'said how the places of homes are used from a file',
  'home.nightsRecorded': 'recorded nights of a short-break home',
  'placesPlan.saved': 'saved a plan of places',
  'sharing.previewed': 'looked at what an organisation may see',
} as const satisfies Record<string, string>;

export type AuditType = keyof typeof auditTypes;

/** True for a type of the catalogue. */
export const isAuditType = (type: string): type is AuditType => Object.hasOwn(auditTypes, type);

/**
 * What an event was about, and under which words people read it. There is no key for a figure, for free text or for
 * anybody's name: what has no key cannot be recorded.
 */
export const auditDetailLabels = {
  reference: 'agreement',
  dataset: 'dataset',
  authorities: 'authorities',
  indicators: 'indicators',
  periods: 'periods',
  consortium: 'consortium',
  /** Whom a release is for: MEMBERS, REVIEWERS or PUBLIC. */
  audience: 'audience',
  organisation: 'organisation',
  /** Ids of our own rows. */
  id: 'id',
  /** Names of API fields. */
  fields: 'asked for',
  /** Kind of file: csv or xlsx. */
  file: 'file',
  /** Names of API arguments that narrowed a list, with codes or days only. */
  filters: 'filters',
  /** Days. */
  endsOn: 'ends on',
} as const satisfies Record<string, string>;

export type AuditDetail = keyof typeof auditDetailLabels;

/** Names, codes, days and ids, as text. */
export type AuditDetails = Readonly<Partial<Record<AuditDetail, string | readonly string[]>>>;
