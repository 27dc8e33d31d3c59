import { badInput, conflict, notFound } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import type { WritableEnquiry } from './enquiries.service.ts';
import { enquiryById, isUuid, requireEnquiry, writableEnquiries } from './enquiries.service.ts';
import { requireVersion, requireWritable } from './enquiry-changes.service.ts';
import type { EnquiryRecord } from './enquiry-record.ts';
import type { NewEvent, PlannedEvent } from './event-plan.ts';
import { eventProblems, mostEvents, planEvents } from './event-plan.ts';
import { knownLives, planLives, writeLives } from './event-recording.service.ts';
import { findEvents } from './events.service.ts';
import { stageSetsOf } from './stages.service.ts';

type Maybe<Value> = Value | null | undefined;

/** An event as somebody sends it, with the enquiry it is of: by its id, or by its reference. */
export interface SentEvent extends NewEvent {
  readonly enquiry?: Maybe<string>;
  /** Of an enquiry that one's own organisation holds or that is attributed to an authority of one's own. */
  readonly reference?: Maybe<string>;
}

/** What became of an event. */
export interface EventResult extends PlannedEvent<SentEvent> {
  /** Id of its enquiry. */
  readonly enquiryId: string;
}

/**
 * Records what happened to enquiries. The same event sent twice has one effect. What is odd is held and asked about; what is
 * wrong refuses all of it.
 *
 * @returns what became of each event, in the order in which they were given.
 * @throws DomainError BAD_USER_INPUT what is wrong, by path: an unknown enquiry or stage, a day in the future.
 */
export async function recordEnquiryEvents(
  viewer: Viewer,
  sent: readonly SentEvent[],
): Promise<readonly EventResult[]> {
  requirePermission(viewer.actor, 'enquiry:write');
  if (sent.length === 0 || sent.length > mostEvents) {
    throw badInput(`Send 1 to ${mostEvents} events at a time.`);
  }
  const problems = new InputProblems();
  const enquiries = await enquiriesOf(viewer, problems, sent);
  const named = [...new Map(enquiries.flatMap((one) => (one ? [[one.id, one]] : []))).values()];
  // Asked in one trip: the stages, of which every event is looked up below, and what is known.
  const [known] = await Promise.all([
    knownLives(viewer, named),
    ...named.map(({ consortiumCode }) => stageSetsOf(viewer, consortiumCode)),
  ]);
  for (const [index, event] of sent.entries()) {
    const consortium = enquiries[index]?.consortiumCode;
    const sets = consortium === undefined ? [] : await stageSetsOf(viewer, consortium);
    for (const { field, message } of eventProblems(event, sets, today(viewer.clock))) {
      problems.add(`events[${index}].${field}`, message);
    }
  }
  problems.refuse();

  const lives = Map.groupBy(
    sent.map((event, index) => ({ event, enquiry: enquiries[index] as WritableEnquiry })),
    ({ enquiry }) => enquiry.id,
  );
  const planned = await planLives(
    viewer,
    [...lives.values()].map((alike) => ({
      enquiry: (alike[0] as (typeof alike)[number]).enquiry,
      events: alike.map(({ event }) => event),
    })),
    known,
  );
  await Promise.all([writeLives(viewer, planned), tellLogs(viewer, named)]);
  const plans = new Map(
    planned.flatMap(({ enquiry, events }) =>
      events.map((plan) => [plan.event, { ...plan, enquiryId: enquiry.id }] as const),
    ),
  );
  return sent.flatMap((event) => plans.get(event) ?? []);
}

/**
 * The enquiry of an event, as it is now, together with others that are asked for in the same turn.
 *
 * @throws DomainError NOT_FOUND the viewer sees it no more.
 */
export async function enquiryNow(
  viewer: Viewer,
  { enquiryId }: Pick<EventResult, 'enquiryId'>,
): Promise<EnquiryRecord> {
  const enquiry = await enquiryById(viewer, enquiryId);
  if (!enquiry) throw notFound('enquiry', enquiryId);
  return enquiry;
}

/** In the log of whoever holds an enquiry, and of whoever recorded it. */
async function tellLogs(viewer: Viewer, enquiries: readonly WritableEnquiry[]): Promise<void> {
  const own = viewer.actor.organisationId;
  for (const [holder, alike] of Map.groupBy(enquiries, ({ tenantId }) => tenantId)) {
    await recordAudit(viewer, {
      type: 'enquiry.eventsRecorded',
      tenantIds: [...new Set([holder, own])],
      details: {
        id: alike.map(({ id }) => id),
        authorities: [...new Set(alike.flatMap(({ authorityCode }) => authorityCode ?? []))],
      },
    });
  }
}

/** The enquiry of each event; undefined, and a problem, where there is none that the viewer may add to. */
async function enquiriesOf(
  viewer: Viewer,
  problems: InputProblems,
  sent: readonly SentEvent[],
): Promise<readonly (WritableEnquiry | undefined)[]> {
  const references = sent.flatMap(({ enquiry, reference }) => (enquiry ? [] : (reference ?? [])));
  const [byId, byReference] = await Promise.all([
    writableEnquiries(viewer, 'id', sent.flatMap(({ enquiry }) => enquiry ?? []).filter(isUuid)),
    writableEnquiries(viewer, 'reference', references),
  ]);
  return sent.map(({ enquiry: id, reference }, index) => {
    const alike = id
      ? byId.filter((one) => one.id === id)
      : byReference.filter((one) => one.reference === reference);
    const [enquiry] = alike.length === 1 ? alike : [];
    if (!enquiry)
      problems.add(`events[${index}].${id ? 'enquiry' : 'reference'}`, unknown(alike.length));
    return enquiry;
  });
}

const unknown = (enquiries: number) =>
  enquiries > 1
    ? 'is of two enquiries, yours and one that another organisation holds for you: give “enquiry” instead'
    : 'must be of an enquiry that you hold, or that is attributed to an authority of yours';

/** What was recorded by mistake, and when it really happened. */
export interface Retraction {
  readonly event: string;
  /** The version of the enquiry that the person saw. */
  readonly version: number;
  /** `YYYY-MM-DD`; absent where it did not happen. */
  readonly insteadOn?: Maybe<string>;
}

/**
 * Retracts an event, and records when it really happened. What was retracted stays to be read.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT its enquiry changed since the version given; the event was retracted before.
 * @throws DomainError BAD_USER_INPUT a day in the future, or an odd one; that an enquiry was received cannot be left out.
 */
export async function retractEnquiryEvent(
  viewer: Viewer,
  { event: id, version, insteadOn }: Retraction,
): Promise<EnquiryRecord> {
  requirePermission(viewer.actor, 'enquiry:write');
  const [event] = await findEvents(viewer, [id]);
  if (!event) throw notFound('event', id);
  const enquiry = await requireWritable(viewer, event.enquiryId);
  requireVersion(enquiry, version);
  if (event.retractedAt !== null) throw conflict('This event was retracted before.');
  if (event.kind === 'RECEIVED' && insteadOn == null) {
    throw badInput('insteadOn must be given: every enquiry was received on some day.');
  }
  const instead = insteadOn == null ? [] : [{ ...event, at: null, on: insteadOn }];
  const sets = await stageSetsOf(viewer, enquiry.consortiumCode);
  const problems = new InputProblems();
  for (const { message } of instead.flatMap((one) =>
    eventProblems(one, sets, today(viewer.clock)),
  )) {
    problems.add('insteadOn', message);
  }
  problems.refuse();
  const known = await knownLives(viewer, [enquiry], [id]);
  const life = known.get(enquiry.id) ?? { events: [], asked: [] };
  const planned = planEvents(instead, { ...life, asked: [] }, sets);
  const [odd] = planned.flatMap(({ question }) => question ?? []);
  if (odd !== undefined) throw badInput(`insteadOn makes it odd. ${odd}`);

  await viewer.db.fosteringEvent.updateMany({
    where: { tenantId: enquiry.tenantId, id, retractedAt: null },
    data: { retractedAt: viewer.clock.now(), retractedBy: viewer.actor.accountId },
  });
  await writeLives(viewer, [{ enquiry, events: planned }]);
  await recordAudit(viewer, {
    type: 'enquiry.eventRetracted',
    tenantIds: [...new Set([enquiry.tenantId, viewer.actor.organisationId])],
    details: { id: [enquiry.id, id] },
  });
  return await requireEnquiry(viewer, enquiry.id);
}
