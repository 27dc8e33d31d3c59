import { auditTypes, isAuditType } from '@sufficiency/shared/audit/audit-event.ts';
import { badInput } from '@sufficiency/shared/errors.ts';
import { requirePermission } from '../access/actor.ts';
import type { OrganisationRecord } from '../access/organisation.ts';
import { findOrganisations } from '../access/organisations.service.ts';
import type { Viewer } from '../access/viewer.ts';
import { findAuthorities } from '../authorities/authorities.service.ts';
import { findAgreement, textOfKey } from '../sharing/agreements.service.ts';
import type { AuditFilter, AuditPlace, AuditRow } from './audit.queries.ts';
import { countEvents, selectEvents, selectEventsById } from './audit.queries.ts';
import { noteOwn } from './audit.service.ts';
import { auditCsv } from './audit-file.ts';
import type { AuditRecord } from './audit-record.ts';
import { auditSentence, detailLines, detailsInWords, detailsOf } from './audit-sentence.ts';

/** What may narrow a log, as it was asked. */
export type AskedFilter = { readonly [Name in keyof AuditFilter]?: string | null | undefined };

/** A page of a log. Cursors are those that `auditCursor` gave. */
export interface AskedPage {
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
  readonly inverted: boolean;
  readonly limit: number;
}

/**
 * The log of the viewer's own organisation, newest first: who looked at what of ours, under which agreement, when.
 *
 * @throws DomainError FORBIDDEN the role does not read the log.
 * @throws DomainError BAD_USER_INPUT an unknown type, days the wrong way round, a cursor of something else.
 */
export async function listAuditEvents(
  viewer: Viewer,
  asked: AskedFilter,
  page: AskedPage,
): Promise<AuditRecord[]> {
  requirePermission(viewer.actor, 'audit:read');
  const { inverted, limit } = page;
  const place = { after: placeOf(page.after), before: placeOf(page.before) };

  const rows = await selectEvents(viewer, { filter: filterOf(asked), ...place, inverted, limit });
  return await inWords(viewer, rows);
}

/** How many events there are; refuses as `listAuditEvents`. */
export async function countAuditEvents(viewer: Viewer, asked: AskedFilter): Promise<number> {
  requirePermission(viewer.actor, 'audit:read');
  return await countEvents(viewer, filterOf(asked));
}

/** Events of the viewer's own log by their ids, in that order; null where there is none it may read. */
export async function findAuditEvents(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(AuditRecord | null)[]> {
  if (!viewer.actor.permissions.has('audit:read')) return ids.map(() => null);
  const rows = await selectEventsById(viewer, ids.filter(isUuid));
  const found = new Map((await inWords(viewer, rows)).map((event) => [event.id, event]));
  return ids.map((id) => found.get(id) ?? null);
}

/** The organisation an event was done for. */
export async function actingOrganisation(
  viewer: Viewer,
  { actorOrganisationId }: AuditRecord,
): Promise<OrganisationRecord> {
  const [organisation] = await findOrganisations(viewer, [actorOrganisationId]);
  if (!organisation) throw new Error('An event names an organisation that is not there.');
  return organisation;
}

/** The agreement an event names; null where it names none, or one that the viewer may not see. */
export const agreementOfEvent = async (
  viewer: Viewer,
  { agreementId, agreementVersion }: AuditRecord,
): ReturnType<typeof findAgreement> =>
  agreementId === null || agreementVersion === null
    ? null
    : await findAgreement(viewer, textOfKey({ id: agreementId, version: agreementVersion }));

/** Events of one file at most. */
const largestFile = 50_000;

/**
 * The log as CSV, newest first. The download is itself recorded.
 *
 * @throws DomainError as `listAuditEvents`; BAD_USER_INPUT also for more events than a file holds.
 */
export async function exportAuditEvents(viewer: Viewer, asked: AskedFilter): Promise<Buffer> {
  requirePermission(viewer.actor, 'audit:export');
  const filter = filterOf(asked);
  const events = await listAuditEvents(viewer, asked, { inverted: false, limit: largestFile + 1 });
  if (events.length > largestFile) {
    throw badInput(`A file holds ${largestFile} events at most: ask for fewer days.`);
  }
  const filters = Object.entries(filter).flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${value}`],
  );
  noteOwn(viewer, { type: 'audit.exported', details: { file: 'csv', filters } });
  return auditCsv(events);
}

/** Where an event stands in the log, for the page after or before it. */
export const auditCursor = ({ occurredAt, id }: AuditPlace): string =>
  Buffer.from(`${occurredAt.toISOString()} ${id}`).toString('base64url');

function placeOf(cursor: string | null | undefined): AuditPlace | null {
  if (!cursor) return null;
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds) || !isUuid(id)) {
    throw badInput('This cursor cannot be read. Use one that the server gave you.');
  }
  return { occurredAt: new Date(milliseconds), id };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isUuid = (id: string) => uuid.test(id);
const day = /^\d{4}-\d{2}-\d{2}$/;
const slug = /^[a-z0-9-]{1,100}$/;

function filterOf(asked: AskedFilter): AuditFilter {
  const { type = null, organisation = null, from = null, to = null } = asked;
  if (type !== null && !isAuditType(type)) {
    throw badInput(
      `There is no such type of event. The types are ${Object.keys(auditTypes).join(', ')}.`,
    );
  }
  if (organisation !== null && !slug.test(organisation)) {
    throw badInput('Name an organisation by its slug, for example nottinghamshire.');
  }
  for (const end of [from, to]) {
    if (end !== null && !isDay(end))
      throw badInput('Write a day as YYYY-MM-DD, for example 2026-03-31.');
  }
  if (from !== null && to !== null && from > to) {
    throw badInput('The first day must not come after the last.');
  }
  return { type, organisation, from, to };
}

const isDay = (text: string) => day.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** The events with their sentences; names of authorities are looked up once for all of them. */
async function inWords(viewer: Viewer, rows: readonly AuditRow[]): Promise<AuditRecord[]> {
  const codes = [...new Set(rows.flatMap(authoritiesIn))];
  const authorities = await findAuthorities(viewer, codes);
  const names = new Map(codes.map((code, index) => [code, authorities[index]?.name ?? code]));
  const nameOf = (code: string) => names.get(code) ?? code;
  return rows.map((row) => ({
    ...row,
    sentence: auditSentence(row, nameOf),
    lines: detailLines(row, nameOf),
    about: new Map(detailsInWords(row, nameOf)),
  }));
}

const authoritiesIn = (row: AuditRow): string[] =>
  detailsOf(row).flatMap(([key, texts]) => (key === 'authorities' ? texts : []));
