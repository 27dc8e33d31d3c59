import { randomUUID } from 'node:crypto';
import { badInput, conflict } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { requirePermission } from '../access/actor.ts';
import { enquiriesHeldBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { requireEnquiry } from './enquiries.service.ts';
import type { EnquiryFacts } from './enquiry-facts.ts';
import { checkFacts, factsOf } from './enquiry-facts.ts';
import { placeOf } from './enquiry-place.service.ts';
import type { EnquiryRecord } from './enquiry-record.ts';
import type { NewEvent } from './event-plan.ts';
import { eventProblems, mostEvents } from './event-plan.ts';
import { planLives, writeLives } from './event-recording.service.ts';
import { stageSetsOf } from './stages.service.ts';

type Maybe<Value> = Value | null | undefined;

/** An enquiry as somebody records it. */
export interface NewEnquiry extends EnquiryFacts {
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly receivedAt?: Maybe<Date>;
  /** What happened since. */
  readonly events?: Maybe<readonly NewEvent[]>;
}

/**
 * Records an enquiry that one's own organisation took. The same enquiry sent twice is there once.
 *
 * @throws DomainError BAD_USER_INPUT what is wrong, by path: a reference that could be a name, an authority that is no member, a
 *   day in the future, an unknown code or stage.
 * @throws DomainError CONFLICT there is another of that reference already.
 */
export async function recordEnquiry(viewer: Viewer, input: NewEnquiry): Promise<EnquiryRecord> {
  requirePermission(viewer.actor, 'enquiry:write');
  if ((input.events ?? []).length > mostEvents) {
    throw badInput(`events must be ${mostEvents} events at most.`);
  }
  const consortiumCode = await checkNew(viewer, input);

  const before = await sameReference(viewer, input);
  const id = before?.id ?? (await addEnquiry(viewer, input, consortiumCode));
  const enquiry = { id, consortiumCode, tenantId: viewer.actor.organisationId };
  const events = [...(before ? [] : [receivedOf(input)]), ...(input.events ?? [])];
  const planned = await planLives(viewer, [{ enquiry, events }]);
  await writeLives(viewer, planned);
  if (!before) {
    const authorities = input.authority == null ? [] : [input.authority];
    await recordOwn(viewer, { type: 'enquiry.recorded', details: { id, authorities } });
  }
  return await requireEnquiry(viewer, id);
}

const receivedOf = ({ receivedOn, receivedAt }: NewEnquiry): NewEvent => ({
  kind: 'RECEIVED',
  on: receivedOn,
  at: receivedAt,
});

/** The consortium of an enquiry, after everything that is said of it was checked. */
async function checkNew(viewer: Viewer, input: NewEnquiry): Promise<string> {
  const problems = new InputProblems();
  const consortiumCode = await placeOf(viewer, problems, input);
  checkFacts(problems, input);
  const sets = await stageSetsOf(viewer, consortiumCode);
  const day = today(viewer.clock);
  for (const { field, message } of eventProblems(receivedOf(input), sets, day)) {
    problems.add(field === 'at' ? 'receivedAt' : 'receivedOn', message);
  }
  for (const [index, event] of (input.events ?? []).entries()) {
    for (const { field, message } of eventProblems(event, sets, day)) {
      problems.add(`events[${index}].${field}`, message);
    }
  }
  problems.refuse();
  return consortiumCode;
}

/** The enquiry that was sent before under the same reference. @throws DomainError CONFLICT it is another one. */
async function sameReference(viewer: Viewer, input: NewEnquiry): Promise<EnquiryRecord | null> {
  const row = await viewer.db.fosteringEnquiry.findFirst({
    where: { ...enquiriesHeldBy(viewer.actor), reference: input.reference },
    select: { id: true },
  });
  if (!row) return null;
  const known = await requireEnquiry(viewer, row.id);
  const isSame =
    known.receivedOn === input.receivedOn &&
    known.source === input.source &&
    known.householdType === input.householdType;
  if (!isSame) throw taken(input.reference);
  return known;
}

const taken = (reference: string) =>
  conflict(
    `You have an enquiry “${reference}” already, received on another day or of another kind: record what happened to that one, or give this one its own reference.`,
  );

async function addEnquiry(
  viewer: Viewer,
  input: NewEnquiry,
  consortiumCode: string,
): Promise<string> {
  const id = randomUUID();
  const { count } = await viewer.db.fosteringEnquiry.createMany({
    data: [
      {
        ...{ id, consortiumCode, tenantId: viewer.actor.organisationId },
        ...factsOf(input),
        receivedOn: dayFrom(input.receivedOn),
        receivedAt: input.receivedAt ?? null,
        recordedAt: viewer.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw taken(input.reference);
  return id;
}
