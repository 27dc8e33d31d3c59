import type { AuditDetail } from '@sufficiency/shared/audit/audit-event.ts';
import {
  auditDetailLabels,
  auditTypes,
  isAuditType,
} from '@sufficiency/shared/audit/audit-event.ts';
import type { AuditRow } from './audit.queries.ts';

/** Name of an authority, or its code where nobody knows it. */
export type NameOf = (code: string) => string;

/** What an event was about, part by part: each with its word and its texts. */
export function detailsOf({ details }: Pick<AuditRow, 'details'>): [AuditDetail, string[]][] {
  if (typeof details !== 'object' || details === null) return [];
  const held = new Map(Object.entries(details));
  const keys = Object.keys(auditDetailLabels) as AuditDetail[];
  return keys
    .map((key): [AuditDetail, string[]] => [key, [held.get(key) ?? []].flat().map(String)])
    .filter(([, texts]) => texts.length > 0);
}

/** One line for each detail, for example “dataset: placements”. */
export const detailLines = (row: Pick<AuditRow, 'details'>, nameOf: NameOf): string[] =>
  detailsOf(row).map(([key, texts]) => `${auditDetailLabels[key]}: ${inText(key, texts, nameOf)}`);

/** The whole event as a sentence: who did what, about what, and by which agreement. */
export function auditSentence(row: AuditRow, nameOf: NameOf): string {
  const did = isAuditType(row.type) ? auditTypes[row.type] : row.type;
  const about = detailsOf(row)
    .filter(([key]) => key !== 'id')
    .map(([key, texts]) => inText(key, texts, nameOf));
  const what = about.length > 0 ? `: ${about.join('; ')}` : '';
  return `${row.account} of ${row.organisation} ${did}${what}${byAgreement(row)}.`;
}

const byAgreement = ({ agreementReference, agreementVersion, agreementId }: AuditRow): string => {
  if (agreementId === null) return '';
  return `, by agreement ${agreementReference ?? agreementId} version ${agreementVersion}`;
};

const inText = (key: AuditDetail, texts: readonly string[], nameOf: NameOf): string =>
  (key === 'authorities' ? texts.map(nameOf) : texts).join(', ');
