import { randomUUID } from 'node:crypto';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { enquiriesHeldBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';

import { checkFacts, factsOf } from './enquiry-facts.ts';
import { placeOf } from './enquiry-place.service.ts';
import { eventProblems } from './event-plan.ts';
import type { EnquiryKey, PlannedLife } from './event-recording.service.ts';
import { knownLives, planLives, writeLives } from './event-recording.service.ts';
import type { EnquiryRowProblem, RowEvent, SentEnquiries, SentEnquiry } from './sent-enquiry.ts';
import { stageSetsOf } from './stages.service.ts';
import type { ToldProblems } from './told-problems.ts';
import { toldOf } from './told-problems.ts';

/** NEW: an enquiry is added. CHANGED: events are added. UNCHANGED: all of it is known. */
export const enquiryOutcomes = ['NEW', 'CHANGED', 'UNCHANGED'] as const;

/** An enquiry of a file or return, and what becomes of it. */
export interface TakenEnquiry {
  readonly row: number;
  readonly reference: string;
  readonly outcome: (typeof enquiryOutcomes)[number];
  /** Events that are added. */
  readonly recorded: number;
  /** What is asked about the others that are not known, in words. */
  readonly questions: readonly string[];
}

/** What rows would change, or have changed: all of them or nothing. */
export interface EnquiryImport extends ToldProblems<EnquiryRowProblem> {
  /** True where it was done; false where it was only looked at, or cannot be used. */
  readonly applied: boolean;
  readonly items: readonly TakenEnquiry[];
}

interface Placed {
  readonly sent: SentEnquiry;
  readonly key: EnquiryKey;
  readonly isNew: boolean;
}

/**
 * Takes enquiries of one's own organisation from rows. Those that are known by their reference get the events they do not have;
 * what is said of them otherwise stays.
 *
 * @param apply false: only says what would change.
 */
export async function takeEnquiries(
  viewer: Viewer,
  { enquiries, problems: unread }: SentEnquiries,
  apply: boolean,
): Promise<EnquiryImport> {
  const problems: EnquiryRowProblem[] = [...unread, ...twice(enquiries)];
  const known = await knownByReference(viewer, enquiries);
  const placed: Placed[] = [];
  for (const sent of enquiries) {
    const before = known.get(sent.reference);
    const found: EnquiryRowProblem[] = [];
    const consortiumCode = before ? before.consortiumCode : await placeOfNew(viewer, sent, found);
    if (before) found.push(...elsewhere(sent, before));
    found.push(...(await eventsWrong(viewer, sent, consortiumCode)));
    problems.push(...found);
    const id = before?.id ?? randomUUID();
    const key = { id, consortiumCode, tenantId: viewer.actor.organisationId };
    if (found.length === 0) placed.push({ sent, key, isNew: before === undefined });
  }
  if (problems.length > 0) return { applied: false, ...toldOf(problems), items: [] };

  const lives = await planLives(
    viewer,
    placed.map(({ key, sent: { events } }) => ({ enquiry: key, events })),
    await knownLives(
      viewer,
      placed.filter(({ isNew }) => !isNew).map(({ key }) => key),
    ),
  );
  if (apply) await write(viewer, placed, lives);
  const items = placed.map((one, at) => itemOf(one, lives[at]));
  return { applied: apply, ...toldOf([]), items };
}

const twice = (enquiries: readonly SentEnquiry[]): EnquiryRowProblem[] =>
  [...Map.groupBy(enquiries, ({ reference }) => reference).values()].flatMap(([first, ...others]) =>
    others.map(({ row }) => ({
      row,
      column: 'reference',
      message: `is in row ${first?.row} already: send each enquiry once`,
    })),
  );

interface Known {
  readonly id: string;
  readonly consortiumCode: string;
  readonly authorityCode: string | null;
}

async function knownByReference(
  viewer: Viewer,
  enquiries: readonly SentEnquiry[],
): Promise<ReadonlyMap<string, Known>> {
  const rows = await viewer.db.fosteringEnquiry.findMany({
    where: {
      ...enquiriesHeldBy(viewer.actor),
      reference: { in: enquiries.map(({ reference }) => reference) },
    },
    select: { id: true, reference: true, consortiumCode: true, authorityCode: true },
  });
  return new Map(rows.map((row) => [row.reference, row]));
}

async function placeOfNew(
  viewer: Viewer,
  sent: SentEnquiry,
  found: EnquiryRowProblem[],
): Promise<string> {
  const problems = {
    add: (path: string, message: string) => {
      found.push({ row: sent.row, column: columnNames[path] ?? path, message });
    },
  };
  checkFacts(problems, sent);
  if (!sent.events.some(({ kind }) => kind === 'RECEIVED')) {
    problems.add(
      'reference',
      `“${sent.reference.slice(0, 60)}” is no enquiry that you hold, and no row says when it was received: send that first`,
    );
  }
  return await placeOf(viewer, problems, sent);
}

const columnNames: Readonly<Record<string, string>> = { householdType: 'household_type' };

const elsewhere = (
  { row, authority }: SentEnquiry,
  { authorityCode }: Known,
): EnquiryRowProblem[] =>
  authority == null || authority === authorityCode
    ? []
    : [
        {
          row,
          column: 'authority',
          message: 'is not the one it is attributed to: transfer it, or leave this blank',
        },
      ];

async function eventsWrong(
  viewer: Viewer,
  { events }: SentEnquiry,
  consortiumCode: string,
): Promise<EnquiryRowProblem[]> {
  const sets = await stageSetsOf(viewer, consortiumCode);
  const day = today(viewer.clock);
  return events.flatMap((event) =>
    eventProblems(event, sets, day).map(({ message }) => ({
      row: event.row,
      column: event.column,
      message,
    })),
  );
}

function itemOf(
  { sent: { row, reference }, isNew }: Placed,
  life: PlannedLife<RowEvent> | undefined,
): TakenEnquiry {
  const events = life?.events ?? [];
  const recorded = events.filter(({ outcome }) => outcome === 'RECORDED').length;
  const questions = events.flatMap(({ question }) => question ?? []);
  const isKnown = recorded + questions.length === 0;
  const outcome = isKnown ? 'UNCHANGED' : 'CHANGED';
  return { row, reference, recorded, questions, outcome: isNew ? 'NEW' : outcome };
}

async function write(
  viewer: Viewer,
  placed: readonly Placed[],
  lives: readonly PlannedLife[],
): Promise<void> {
  const added = placed.filter(({ isNew }) => isNew);
  await viewer.db.fosteringEnquiry.createMany({
    data: added.map(({ sent, key }) => ({
      ...key,
      ...factsOf(sent),
      receivedOn: dayFrom(sent.events.find(({ kind }) => kind === 'RECEIVED')?.on ?? ''),
      recordedAt: viewer.clock.now(),
    })),
  });
  await writeLives(viewer, lives);
  const authorities = new Set(placed.flatMap(({ sent }) => sent.authority ?? []));
  await recordOwn(viewer, {
    type: 'enquiry.imported',
    details: { authorities: [...authorities].sort() },
  });
}
