import { stringify } from 'csv-stringify/sync';
import type { AuditRecord } from './audit-record.ts';

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
export const auditCsv = (events: readonly AuditRecord[]): Buffer =>
  Buffer.from(stringify([columns, ...events.map(cells)], { bom: true, escape_formulas: true }));

function cells(event: AuditRecord) {
  const listed = (texts: readonly string[] | undefined) => texts?.join('; ');
  return [
    event.occurredAt.toISOString(),
    event.type,
    event.account,
    event.role,
    event.organisation,
    event.agreementReference ?? event.agreementId,
    event.agreementVersion,
    listed(event.about.get('dataset')),
    listed(event.about.get('authorities')),
    listed(event.about.get('indicators')),
    listed(event.about.get('periods')),
    event.sentence,
    event.id,
    event.sequence,
    event.hash,
  ];
}
