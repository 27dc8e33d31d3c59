import type { OcdsImport, PurchaseImport } from './import-queries.ts';
import { counted } from './market-words.ts';

type Outcome = PurchaseImport['items'][number]['outcome'];
type NoticeOutcome = OcdsImport['notices'][number]['outcome'];
type SupplierOutcome = OcdsImport['notices'][number]['suppliers'][number]['outcome'];
type Tone = 'accent' | 'neutral' | 'warn' | 'good';

/** What becomes of a row, as a tag says it. */
export const outcomeWord: Readonly<Record<Outcome, string>> = {
  CHANGED: 'changed',
  ENDED: 'ended',
  MISSING: 'not among the rows',
  NEW: 'new',
  NOT_OURS: 'not yours',
  REMOVED: 'removed',
  UNCHANGED: 'unchanged',
};

/** Tone of that tag. */
export const outcomeTone: Readonly<Record<Outcome, Tone>> = {
  CHANGED: 'accent',
  ENDED: 'warn',
  MISSING: 'warn',
  NEW: 'good',
  NOT_OURS: 'neutral',
  REMOVED: 'warn',
  UNCHANGED: 'neutral',
};

/** What becomes of a notice. */
export const noticeWord: Readonly<Record<NoticeOutcome, string>> = {
  CHANGED: 'changed',
  NEW: 'new',
  OLDER: 'older than what is known',
  UNCHANGED: 'unchanged',
};

/** What becomes of a supplier that a notice names. */
export const supplierWord: Readonly<Record<SupplierOutcome, string>> = {
  ADDED: 'comes on it',
  KNOWN: 'is on it',
  QUERY: 'query',
};

/** What a look at files found, or what was done, in a sentence. */
export function purchaseSentence({ applied, problems, items }: PurchaseImport): string {
  if (problems.length > 0) {
    return `Nothing can be done with this: ${counted(problems.length, 'problem')}. Mend ${problems.length === 1 ? 'it' : 'them'}, then look again.`;
  }
  const count = (outcome: Outcome) => items.filter((item) => item.outcome === outcome).length;
  const parts = (
    ['NEW', 'CHANGED', 'ENDED', 'REMOVED', 'UNCHANGED', 'NOT_OURS', 'MISSING'] as const
  )
    .map((outcome) => ({ outcome, many: count(outcome) }))
    .filter(({ many }) => many > 0)
    .map(({ outcome, many }) => `${many} ${outcomeWord[outcome]}`);
  const rows = parts.length === 0 ? 'no row to take' : parts.join(', ');
  return applied ? `Done: ${rows}.` : `This would be done: ${rows}. Nothing has been done yet.`;
}

/** The same for contract notices. */
export function noticesSentence({ applied, problems, notices }: OcdsImport): string {
  if (problems.length > 0) {
    return `Nothing can be done with this file: ${counted(problems.length, 'problem')}.`;
  }
  const count = (outcome: NoticeOutcome) => notices.filter((one) => one.outcome === outcome).length;
  const parts = (['NEW', 'CHANGED', 'UNCHANGED', 'OLDER'] as const)
    .map((outcome) => ({ outcome, many: count(outcome) }))
    .filter(({ many }) => many > 0)
    .map(({ outcome, many }) => `${counted(many, 'framework')} ${noticeWord[outcome]}`);
  const queries = notices
    .flatMap(({ suppliers }) => suppliers)
    .filter(({ outcome }) => outcome === 'QUERY').length;
  const asked = queries === 0 ? '' : ` ${counted(queries, 'supplier')} to be looked at.`;
  const all = parts.join(', ') || 'no notice of a framework';
  return applied
    ? `Done: ${all}.${asked}`
    : `This would be done: ${all}.${asked} Nothing has been done yet.`;
}
