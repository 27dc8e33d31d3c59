import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { enquiriesWritableBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { requireEnquiry } from './enquiries.service.ts';
import type { SeenEnquiry } from './enquiry-changes.service.ts';
import { requireVersion, requireWritable } from './enquiry-changes.service.ts';
import { checkFacts } from './enquiry-facts.ts';
import type { EnquiryRecord } from './enquiry-record.ts';

type Maybe<Value> = Value | null | undefined;

/** What is said of an enquiry otherwise than before; what is absent stays as it is. */
export interface EnquiryCorrection extends SeenEnquiry {
  readonly source?: Maybe<string>;
  /** Null for none. */
  readonly campaign?: Maybe<string>;
  /** Null where it is not known. */
  readonly area?: Maybe<string>;
  readonly householdType?: Maybe<string>;
}

/**
 * Puts right what is said of an enquiry besides its events: as its holder, or as the organisation of the authority it is
 * attributed to. Nothing changes where all of it is so already.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may add to.
 * @throws DomainError CONFLICT it changed since the version given.
 * @throws DomainError BAD_USER_INPUT what is wrong, by path: a code of no list, more of an address than a postcode district.
 */
export async function changeEnquiry(
  viewer: Viewer,
  { id, version, ...said }: EnquiryCorrection,
): Promise<EnquiryRecord> {
  const enquiry = await requireWritable(viewer, id);
  requireVersion(enquiry, version);
  const facts = {
    source: said.source ?? enquiry.source,
    campaign: said.campaign === undefined ? enquiry.campaign : said.campaign,
    area: said.area === undefined ? enquiry.area : said.area,
    householdType: said.householdType ?? enquiry.householdType,
  };
  const problems = new InputProblems();
  checkFacts(problems, { ...facts, reference: enquiry.reference });
  problems.refuse();
  const changed = (['source', 'campaign', 'area', 'householdType'] as const).filter(
    (name) => facts[name] !== enquiry[name],
  );
  if (changed.length === 0) return enquiry;

  const { count } = await viewer.db.fosteringEnquiry.updateMany({
    where: { AND: [enquiriesWritableBy(viewer.actor), { id, version }] },
    data: { ...facts, version: version + 1 },
  });
  if (count === 0) throw changedMeanwhile('enquiry');
  await recordAudit(viewer, {
    type: 'enquiry.changed',
    tenantIds: [...new Set([enquiry.tenantId, viewer.actor.organisationId])],
    details: { id, fields: changed },
  });
  return await requireEnquiry(viewer, id);
}
