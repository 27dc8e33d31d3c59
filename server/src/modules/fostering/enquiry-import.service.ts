import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import { enquiryTemplate } from '@sufficiency/shared/fostering/enquiry-file.ts';
import { eventOfReturn } from '@sufficiency/shared/fostering/events.ts';
import { stageSetOn } from '@sufficiency/shared/fostering/stages.ts';
import { byteOrderMark, csvText } from '@sufficiency/shared/returns/writing/csv-text.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteOwn } from '../audit/audit.service.ts';
import { consortiaOfActor, listAuthorities } from '../authorities/authorities.service.ts';
import { listRows } from '../returns/return-rows.service.ts';
import { findReturn } from '../returns/returns.service.ts';
import { readEnquiryFile } from './enquiry-file.importer.ts';
import type { EnquiryImport } from './enquiry-taking.service.ts';
import { takeEnquiries } from './enquiry-taking.service.ts';
import type { SentEnquiry } from './sent-enquiry.ts';
import { stageSetsOf } from './stages.service.ts';

/** The longest file that is read. Unit: bytes. */
const longestFile = 5_000_000;

/** As many rows of a return are taken. */
const mostRows = 10_000;

/**
 * Reads enquiries that one's own organisation holds from a file as its CRM exports it: all of it or nothing. What is known
 * stays as it is; what is odd is asked about.
 *
 * @param apply false: only says what would change.
 * @throws DomainError BAD_USER_INPUT the file is too long. What is wrong with its rows is told as problems.
 */
export async function importEnquiries(
  viewer: Viewer,
  { file, apply }: { readonly file: File; readonly apply: boolean },
): Promise<EnquiryImport> {
  requirePermission(viewer.actor, 'enquiry:write');
  if (file.size > longestFile) {
    throw badInput(`The file has ${file.size} bytes: at most ${longestFile} are read.`);
  }
  const authorities = await listAuthorities(viewer, {});
  const codes = new Map(
    authorities.flatMap(({ code, name }) => [
      [code.toLowerCase(), code],
      [name.toLowerCase(), code],
    ]),
  );
  const stages = await stagesToday(viewer);
  const sent = readEnquiryFile(
    await file.text(),
    stages,
    (text) => codes.get(text.toLowerCase()) ?? null,
  );
  return await takeEnquiries(viewer, sent, apply);
}

/** The stages in force today in the consortium of the viewer's organisation. */
async function stagesToday(viewer: Viewer) {
  const [consortium] = await consortiaOfActor(viewer);
  const sets = await stageSetsOf(viewer, consortium?.code ?? '');
  return stageSetOn(sets, today(viewer.clock)).stages;
}

/** A CSV file to fill in with enquiries: its header and an example row. */
export async function readEnquiryTemplate(
  viewer: Viewer,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  requirePermission(viewer.actor, 'enquiry:write');
  const text = byteOrderMark + csvText(enquiryTemplate(await stagesToday(viewer)));
  noteOwn(viewer, { type: 'enquiry.templateDownloaded', details: { file: 'csv' } });
  return { name: 'enquiries.csv', content: Buffer.from(text) };
}

/**
 * Takes enquiries and what happened to them from an accepted return of recruitment of one's own: its table of events.
 * Deregistrations are of approved households, and are left out.
 *
 * @param apply false: only says what would change.
 * @throws DomainError NOT_FOUND there is no such return that the viewer may read.
 * @throws DomainError BAD_USER_INPUT it is not one's own, not of fostering, not accepted, or too long to be taken whole.
 */
export async function takeEnquiriesFromReturn(
  viewer: Viewer,
  { id, apply }: { readonly id: string; readonly apply: boolean },
): Promise<EnquiryImport> {
  requirePermission(viewer.actor, 'enquiry:write');
  const record = await findReturn(viewer, id);
  if (!record) throw notFound('return', id);
  const isOwn = record.tenantId === viewer.actor.organisationId;
  if (!isOwn || record.dataset !== 'fostering' || record.status !== 'ACCEPTED') {
    throw badInput('id must be a return of fostering of your own that was accepted.');
  }
  const asked = { table: 'fostering-events', fromRow: null, limit: mostRows + 1, inverted: false };
  const stored = await listRows(viewer, record, asked);
  if (stored.length > mostRows) {
    throw badInput(
      `The return has more than ${mostRows} events, which is more than are taken at once: import them from files instead.`,
    );
  }
  const rows = stored.flatMap(({ row, cells }) => {
    const [, , reference = '', code = '', on = '', householdType = '', source = ''] = cells;
    const kind = eventOfReturn(code);
    return kind === null ? [] : [{ row, reference, kind, on, householdType, source }];
  });
  const enquiries = [...Map.groupBy(rows, ({ reference }) => reference).values()].map(
    (alike): SentEnquiry => {
      const { row, reference, householdType, source } = alike[0] as (typeof alike)[number];
      return {
        ...{ row, reference, householdType, source },
        authority: record.authorityCode,
        events: alike.map((one) => ({ row: one.row, column: 'day', kind: one.kind, on: one.on })),
      };
    },
  );
  return await takeEnquiries(viewer, { enquiries, problems: [] }, apply);
}
