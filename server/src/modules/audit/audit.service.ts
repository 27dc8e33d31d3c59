import { DomainError } from '@sufficiency/shared/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import { Operation } from '../../platform/database.ts';
import type { Actor } from '../access/actor.ts';
import { viewerSettings } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { addEvents } from './audit.queries.ts';
import type { ForeignRead, NewAuditEvent } from './audit-event.ts';
import { readEvents } from './audit-event.ts';

/**
 * Records something in the transaction of the mutation that does it: both are kept, or neither is.
 *
 * @throws DomainError UNAVAILABLE the log cannot be written: the mutation must not be kept.
 */
export const recordAudit = (viewer: Viewer, event: NewAuditEvent): Promise<void> =>
  recordWithin(viewer, [event]);

/** As `recordAudit`, in the log of the viewer's own organisation only. */
export const recordOwn = (
  viewer: Viewer,
  event: Pick<NewAuditEvent, 'type' | 'details'>,
): Promise<void> => recordAudit(viewer, { ...event, tenantIds: [viewer.actor.organisationId] });

/** What an operation is still to tell the log before its answer leaves. */
interface Noted {
  readonly reads: ForeignRead[];
  readonly events: NewAuditEvent[];
}

const notes = new WeakMap<Operation, Noted>();

function notesOf(operation: Operation): Noted {
  const before = notes.get(operation);
  if (before) return before;
  const noted: Noted = { reads: [], events: [] };
  notes.set(operation, noted);
  return noted;
}

/** Notes that an operation read another organisation's data. It is recorded before the answer leaves. */
export function noteRead(viewer: Viewer, read: ForeignRead): void {
  if (read.tenantId !== viewer.actor.organisationId) notesOf(viewer.operation).reads.push(read);
}

/** Notes, in the viewer's own log, something that a reading operation does: a download for one. */
export function noteOwn(viewer: Viewer, event: Pick<NewAuditEvent, 'type' | 'details'>): void {
  notesOf(viewer.operation).events.push({ ...event, tenantIds: [viewer.actor.organisationId] });
}

/** Everything noted so far, once. Reads of an operation that makes a file are told as downloads. */
export function takeNotes(operation: Operation): NewAuditEvent[] {
  const { reads, events } = notesOf(operation);
  notes.delete(operation);
  const exported = events.some(({ type }) => type.endsWith('.exported'));
  return [...events, ...readEvents(reads, exported ? 'figures.exported' : 'figures.read')];
}

/**
 * Records what a mutation read of other organisations, in its own transaction.
 *
 * @throws DomainError UNAVAILABLE the log cannot be written.
 */
export async function recordNotedWithin(viewer: Viewer): Promise<void> {
  const events = takeNotes(viewer.operation);
  if (events.length > 0) await recordWithin(viewer, events);
}

async function recordWithin(
  { operation, actor, clock }: Viewer,
  events: readonly NewAuditEvent[],
): Promise<void> {
  try {
    await operation.rows(addEvents({ actor, at: clock.now(), events }));
  } catch (error) {
    throw notRecorded(error);
  }
}

/** Who acts, when nothing of an operation is at hand. */
interface Acting {
  readonly actor: Actor;
  readonly clock: Clock;
}

/**
 * Commits what an operation noted, and that it was refused, in a short transaction of its own. Comes before the answer
 * is sent.
 *
 * @param refused names of API fields, or of files, that were refused.
 * @throws DomainError UNAVAILABLE the log cannot be written: the answer is withheld.
 */
export async function recordBeforeAnswer(
  viewer: Viewer,
  options: { readonly database: Database; readonly refused: readonly string[] },
): Promise<void> {
  await recordEvents(options.database, viewer, [
    ...takeNotes(viewer.operation),
    ...refusalsOf(viewer.actor, options.refused),
  ]);
}

/** That somebody was refused something, for the log of their own organisation: one event, or none. */
export function refusalsOf(actor: Actor, refused: readonly string[]): NewAuditEvent[] {
  const fields = [...new Set(refused)].sort();
  if (fields.length === 0) return [];
  return [{ tenantIds: [actor.organisationId], type: 'access.refused', details: { fields } }];
}

/**
 * Records in an account's own log that it was refused at sign-in.
 *
 * @throws DomainError UNAVAILABLE the log cannot be written.
 */
export const recordRefusedSignIn = (database: Database, acting: Acting): Promise<void> =>
  recordEvents(database, acting, [
    { tenantIds: [acting.actor.organisationId], type: 'session.refused', details: {} },
  ]);

/**
 * Commits events in a short transaction of their own.
 *
 * @throws DomainError UNAVAILABLE the log cannot be written.
 */
export async function recordEvents(
  database: Database,
  { actor, clock }: Acting,
  events: readonly NewAuditEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const writing = new Operation(database, viewerSettings(actor, clock), 'write');
  try {
    await writing.commitWith(addEvents({ actor, at: clock.now(), events }));
  } catch (error) {
    throw notRecorded(error);
  }
}

const notRecorded = (cause: unknown) =>
  new DomainError(
    'UNAVAILABLE',
    'This could not be recorded in the log, so it is not answered. Try again in a moment.',
    { cause },
  );
