import { randomUUID } from 'node:crypto';
import type { Prisma } from '@sufficiency/prisma/client.ts';
import { badInput, conflict, notFound } from '@sufficiency/shared/errors.ts';
import {
  codesInWords,
  explanations,
  isCodeOf,
} from '@sufficiency/shared/fostering/enquiry-codes.ts';
import type { OddityCode } from '@sufficiency/shared/fostering/event-order.ts';
import { oddityOf, questionInWords } from '@sufficiency/shared/fostering/event-order.ts';
import { eventTitle } from '@sufficiency/shared/fostering/events.ts';
import { stageSetOn } from '@sufficiency/shared/fostering/stages.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import { enquiriesWritableBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { lockQuery } from './asked.queries.ts';
import type { Page } from './enquiries.service.ts';
import { isUuid, requireEnquiry } from './enquiries.service.ts';
import type { EnquiryRecord } from './enquiry-record.ts';
import { eventProblems } from './event-plan.ts';
import { knownLives } from './event-recording.service.ts';
import { stageSetsOf } from './stages.service.ts';

export const queryAnswers = ['ACCEPT', 'CORRECT', 'DROP'] as const;
export type QueryAnswer = (typeof queryAnswers)[number];

type Row = Prisma.FosteringQueryGetPayload<{ include: typeof withConsortium }>;

const withConsortium = { enquiry: { select: { consortiumCode: true } } } as const;

/** An event that is held until somebody answers what is odd about it. */
export interface AskedRecord
  extends Pick<
    Row,
    | 'id'
    | 'tenantId'
    | 'enquiryId'
    | 'kind'
    | 'reason'
    | 'byWhom'
    | 'askedAt'
    | 'answeredAt'
    | 'explanation'
  > {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly at: Date | null;
  readonly question: OddityCode;
  /** What the event is called. */
  readonly title: string;
  /** What is asked, in words. */
  readonly sentence: string;
  /** Null while it is open. */
  readonly answer: QueryAnswer | null;
}

async function toAsked(viewer: Viewer, row: Row): Promise<AskedRecord> {
  const on = row.happenedOn.toISOString().slice(0, 10);
  const { stages } = stageSetOn(await stageSetsOf(viewer, row.enquiry.consortiumCode), on);
  const question = row.question as OddityCode;
  const { kind, against } = row;
  return {
    ...row,
    ...{ on, question, at: row.happenedAt, title: eventTitle(kind, stages) },
    answer: row.answer as QueryAnswer | null,
    sentence: questionInWords({ kind, on }, { question, against }, stages),
  };
}

/** What is asked is between those who may write the enquiry. */
const answerable = (viewer: Viewer, where: Prisma.FosteringQueryWhereInput) => ({
  AND: [where, { enquiry: enquiriesWritableBy(viewer.actor) }],
});

async function rowsWhere(
  viewer: Viewer,
  where: Prisma.FosteringQueryWhereInput,
  page?: Page,
): Promise<AskedRecord[]> {
  const rows = await viewer.db.fosteringQuery.findMany({
    where: answerable(viewer, where),
    include: withConsortium,
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    ...(page && { skip: page.offset, take: page.limit }),
  });
  return await Promise.all(rows.map((row) => toAsked(viewer, row)));
}

/** Queries by their ids, in the same order; null where there is none, or it is not this viewer's to see. */
export async function findAsked(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(AskedRecord | null)[]> {
  const known = ids.filter(isUuid);
  if (!viewer.actor.permissions.has('enquiry:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const records = await rowsWhere(viewer, { id: { in: known } });
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/** What was asked of an enquiry, answered or not. */
export const askedOfEnquiry = inBatches(async (viewer: Viewer, ids: readonly string[]) =>
  Map.groupBy(await rowsWhere(viewer, { enquiryId: { in: [...ids] } }), (one) => one.enquiryId),
);

const openIn = (consortiumCode: string) => ({ answer: null, enquiry: { consortiumCode } });

/**
 * Queries of a consortium that wait for an answer of the viewer's organisation, the oldest first.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listAsked(
  viewer: Viewer,
  consortium: string,
  page: Page,
): Promise<AskedRecord[]> {
  requirePermission(viewer.actor, 'enquiry:read');
  if (!(await findConsortium(viewer, consortium))) throw notFound('consortium', consortium);
  return await rowsWhere(viewer, openIn(consortium), page);
}

/** How many there are. */
export async function countAsked(viewer: Viewer, consortium: string): Promise<number> {
  requirePermission(viewer.actor, 'enquiry:read');
  return await viewer.db.fosteringQuery.count({ where: answerable(viewer, openIn(consortium)) });
}

/** An answer to a query. */
export interface NewAnswer {
  readonly query: string;
  readonly answer: QueryAnswer;
  /** With ACCEPT: why it is right all the same, by code. */
  readonly explanation?: string | null | undefined;
  /** With CORRECT: the day on which it happened, `YYYY-MM-DD`. */
  readonly on?: string | null | undefined;
}

/**
 * Answers what was asked of an event: it is right, it happened on another day, or it is dropped.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may answer.
 * @throws DomainError CONFLICT somebody answered it before.
 * @throws DomainError BAD_USER_INPUT no explanation with ACCEPT, no day with CORRECT, or a day that is odd again.
 */
export async function answerEnquiryQuery(viewer: Viewer, input: NewAnswer): Promise<EnquiryRecord> {
  requirePermission(viewer.actor, 'enquiry:write');
  const [asked] = await findAsked(viewer, [input.query]);
  if (!asked) throw notFound('query', input.query);
  const mine = await viewer.operation.rows(lockQuery(asked.id));
  if (mine.length === 0) throw conflict('Somebody has answered this already.');
  checkAnswer(input);
  const enquiry = await requireEnquiry(viewer, asked.enquiryId);
  const eventId =
    input.answer === 'DROP' ? null : await takeEvent(viewer, enquiry, asked, input.on ?? asked.on);

  await viewer.db.fosteringQuery.updateMany({
    where: answerable(viewer, { id: asked.id, answer: null }),
    data: {
      answer: input.answer,
      explanation: input.explanation ?? null,
      answeredAt: viewer.clock.now(),
      answeredBy: viewer.actor.accountId,
      eventId,
    },
  });
  await recordAudit(viewer, {
    type: 'enquiry.queryAnswered',
    tenantIds: [...new Set([enquiry.tenantId, viewer.actor.organisationId])],
    details: { id: [enquiry.id, asked.id] },
  });
  return await requireEnquiry(viewer, enquiry.id);
}

function checkAnswer({ answer, explanation, on }: NewAnswer): void {
  if (answer === 'ACCEPT' && !(explanation != null && isCodeOf(explanations, explanation))) {
    throw badInput(`explanation must say why it is right: ${codesInWords(explanations)}.`);
  }
  if (answer !== 'ACCEPT' && explanation != null) {
    throw badInput('explanation is given with ACCEPT only.');
  }
  if ((answer === 'CORRECT') !== (on != null)) {
    throw badInput('on is the day on which it happened: give it with CORRECT, and only then.');
  }
}

/** Records the event that was held, on a day; its id. The same event may be known by now: then it is that one. */
async function takeEvent(
  viewer: Viewer,
  enquiry: EnquiryRecord,
  asked: AskedRecord,
  on: string,
): Promise<string> {
  const sets = await stageSetsOf(viewer, enquiry.consortiumCode);
  const event = { ...asked, on, at: on === asked.on ? asked.at : null };
  const [wrong] = eventProblems(event, sets, today(viewer.clock));
  if (wrong) throw badInput(`on ${wrong.message}.`);
  const { version: stageSetVersion, stages } = stageSetOn(sets, on);
  const of = { tenantId: enquiry.tenantId, enquiryId: enquiry.id, kind: asked.kind };
  const same = await viewer.db.fosteringEvent.findFirst({
    where: { ...of, happenedOn: dayFrom(on), retractedAt: null },
    select: { id: true },
  });
  if (same) return same.id;
  if (on !== asked.on) {
    const known = (await knownLives(viewer, [enquiry])).get(enquiry.id)?.events ?? [];
    const oddity = oddityOf(event, known, stages);
    if (oddity) throw badInput(questionInWords(event, oddity, stages));
  }
  const id = randomUUID();
  await viewer.db.fosteringEvent.createMany({
    data: [
      {
        ...of,
        ...{ id, stageSetVersion, happenedOn: dayFrom(on), happenedAt: event.at },
        ...{ reason: asked.reason, byWhom: asked.byWhom },
        recordedAt: viewer.clock.now(),
        recordedBy: viewer.actor.accountId,
      },
    ],
  });
  return id;
}
