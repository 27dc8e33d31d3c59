import type { AuditDetail } from '@sufficiency/shared/audit/audit-event.ts';
import {
  auditDetailLabels,
  auditTypes,
  isAuditType,
} from '@sufficiency/shared/audit/audit-event.ts';
import { dayInWords } from '@sufficiency/shared/days.ts';
import { findIndicator } from '@sufficiency/shared/indicators/catalogue.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
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

/** The same in the words people read: names of authorities, titles of indicators, months and days. */
export const detailsInWords = (
  row: Pick<AuditRow, 'details'>,
  nameOf: NameOf,
): [AuditDetail, string[]][] =>
  detailsOf(row).map(([key, texts]) => [key, texts.map((text) => inWords(key, text, nameOf))]);

function inWords(key: AuditDetail, text: string, nameOf: NameOf): string {
  if (key === 'authorities') return nameOf(text);
  if (key === 'indicators') return findIndicator(text)?.title ?? text;
  if (key === 'periods') return periodInWords(text);
  // API fields, as words: “draft agreement”.
  if (key === 'fields')
    return text.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return key === 'endsOn' && isDay.test(text) ? dayInWords(text) : text;
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** One line for each detail, for example “dataset: placements”. */
export const detailLines = (row: Pick<AuditRow, 'details'>, nameOf: NameOf): string[] =>
  detailsInWords(row, nameOf).map(
    ([key, texts]) => `${auditDetailLabels[key]}: ${texts.join(', ')}`,
  );

/** Of more than this a sentence names the first and counts the others; the lines name all. */
const mostNamed = 3;

/** Details that a sentence leaves to the lines. */
const unsaid: readonly AuditDetail[] = ['id', 'consortium'];

/** After these the last day that was agreed says nothing any more. */
const closesSight: ReadonlySet<string> = new Set([
  'agreement.suspended',
  'agreement.ended',
  'agreement.withdrawn',
  'agreement.deleted',
]);

/** The whole event as a sentence: who did what, about what, and by which agreement. */
export function auditSentence(row: AuditRow, nameOf: NameOf): string {
  const did = isAuditType(row.type) ? auditTypes[row.type] : row.type;
  const about = detailsInWords(row, nameOf)
    .filter(([key]) => !unsaid.includes(key) && !(key === 'endsOn' && closesSight.has(row.type)))
    .map(([key, texts]) => part(key, texts, row));
  const what = about.length > 0 ? `: ${about.join('; ')}` : '';
  return `${row.account} of ${row.organisation} ${did}${what}${byAgreement(row)}.`;
}

function part(key: AuditDetail, texts: readonly string[], row: AuditRow): string {
  if (key === 'endsOn') return `until ${texts.join()}`;
  if (key === 'reference') return `${texts.join()} version ${row.agreementVersion}`;
  return key === 'periods' ? spanned(texts) : named(texts);
}

/** Periods stand in the log in their order. */
const spanned = (texts: readonly string[]): string =>
  texts.length > mostNamed
    ? `${texts[0]} to ${texts.at(-1)} (${texts.length} periods)`
    : texts.join(', ');

function named(texts: readonly string[]): string {
  const others = texts.length - mostNamed;
  // “and 1 more” is no shorter than a name.
  if (others < 2) return texts.join(', ');
  return `${texts.slice(0, mostNamed).join(', ')} and ${others} more`;
}

/** What was done to an agreement names it already. */
function byAgreement(row: AuditRow): string {
  const { type, agreementReference, agreementVersion, agreementId } = row;
  if (agreementId === null || type.startsWith('agreement.')) return '';
  if (agreementReference === null) return ', by an agreement that you may no longer read';
  return `, by agreement ${agreementReference} version ${agreementVersion}`;
}
