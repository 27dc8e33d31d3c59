import { stringify } from 'csv-stringify/sync';
import type { AuditRow } from './audit.queries.ts';
import { detailsOf } from './audit-sentence.ts';

const columns = [
  'occurred_at',
  'type',
  'account',
  'role',
  'organisation',
  'agreement',
  'agreement_version',
  'dataset',
  'authorities',
  'indicators',
  'periods',
  'sentence',
  'id',
  'sequence',
  'hash',
];

/** UTF-8 CSV with a byte order mark, for spreadsheets. A cell that a spreadsheet would run as a formula is defused. */
export const auditCsv = (events: readonly (AuditRow & { readonly sentence: string })[]): Buffer =>
  Buffer.from(stringify([columns, ...events.map(cells)], { bom: true, escape_formulas: true }));

function cells(event: AuditRow & { readonly sentence: string }) {
  const details = new Map(detailsOf(event));
  return [
    event.occurredAt.toISOString(),
    event.type,
    event.account,
    event.role,
    event.organisation,
    event.agreementReference ?? event.agreementId,
    event.agreementVersion,
    details.get('dataset')?.join(' '),
    details.get('authorities')?.join(' '),
    details.get('indicators')?.join(' '),
    details.get('periods')?.join(' '),
    event.sentence,
    event.id,
    event.sequence,
    event.hash,
  ];
}
