import { randomUUID } from 'node:crypto';
import { dayFrom } from '../../platform/days.ts';
import type { Viewer } from '../access/viewer.ts';
import type { EnquiryRecord } from './enquiry-record.ts';
import type { KnownLife, NewEvent, PlannedEvent } from './event-plan.ts';
import { planEvents } from './event-plan.ts';
import type { KnownEventRow } from './event-recording.queries.ts';
import { addEvents, livesWanted } from './event-recording.queries.ts';
import { stageSetsOf } from './stages.service.ts';

/** The enquiry that events are of. */
export type EnquiryKey = Pick<EnquiryRecord, 'tenantId' | 'id' | 'consortiumCode'>;

/** Events of one enquiry, and what becomes of them. */
export interface PlannedLife<Event extends NewEvent = NewEvent> {
  readonly enquiry: EnquiryKey;
  readonly events: readonly PlannedEvent<Event>[];
}

/** What is known of enquiries. `without` leaves events out, as if they were retracted. */
export async function knownLives(
  viewer: Viewer,
  enquiries: readonly EnquiryKey[],
  without: readonly string[] = [],
): Promise<ReadonlyMap<string, KnownLife>> {
  const rows = await viewer.operation.rows<KnownEventRow>(livesWanted(enquiries));
  const isKept = ({ id, counts }: KnownEventRow) => !(counts && without.includes(id));
  const byEnquiry = Map.groupBy(rows.filter(isKept), ({ enquiry_id }) => enquiry_id);
  return new Map(
    enquiries.map(({ id }) => {
      const known = byEnquiry.get(id) ?? [];
      return [
        id,
        {
          events: known.filter(({ counts }) => counts),
          asked: known.filter(({ counts }) => !counts),
        },
      ];
    }),
  );
}

/** What would become of events of enquiries; nothing is written. */
export async function planLives<Event extends NewEvent>(
  viewer: Viewer,
  lives: readonly { readonly enquiry: EnquiryKey; readonly events: readonly Event[] }[],
  known?: ReadonlyMap<string, KnownLife>,
): Promise<PlannedLife<Event>[]> {
  const found =
    known ??
    (await knownLives(
      viewer,
      lives.map(({ enquiry }) => enquiry),
    ));
  const planned: PlannedLife<Event>[] = [];
  for (const { enquiry, events } of lives) {
    const life = found.get(enquiry.id) ?? { events: [], asked: [] };
    const sets = await stageSetsOf(viewer, enquiry.consortiumCode);
    planned.push({ enquiry, events: planEvents(events, life, sets) });
  }
  return planned;
}

/** Writes what was planned, all enquiries at once: events that count, and queries about those that are held. */
export async function writeLives(viewer: Viewer, lives: readonly PlannedLife[]): Promise<void> {
  const { actor, clock } = viewer;
  const at = clock.now();
  const written = lives.flatMap(({ enquiry: { tenantId, id: enquiryId }, events }) =>
    events.map(({ event, outcome, oddity, stageSetVersion }) => ({
      outcome,
      oddity,
      stageSetVersion,
      row: {
        ...{ tenantId, enquiryId, id: randomUUID(), kind: event.kind },
        happenedOn: dayFrom(event.on),
        happenedAt: event.at ?? null,
        reason: event.reason ?? null,
        byWhom: event.byWhom ?? null,
      },
    })),
  );
  const recorded = written.filter(({ outcome }) => outcome === 'RECORDED');
  if (recorded.length > 0) {
    await viewer.operation.rows(
      addEvents(
        recorded.map(({ row, stageSetVersion }) => ({
          ...row,
          stageSetVersion,
          recordedAt: at,
          recordedBy: actor.accountId,
        })),
      ),
    );
  }
  const asked = written.flatMap(({ row, oddity }) =>
    oddity ? [{ ...row, ...oddity, askedAt: at, askedOf: actor.accountId }] : [],
  );
  if (asked.length > 0) await viewer.db.fosteringQuery.createMany({ data: asked });
}
