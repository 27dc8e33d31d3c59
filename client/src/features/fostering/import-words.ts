import { counted } from '../providers/market-words.ts';
import type { EnquiryImport } from './enquiry-mutations.ts';

type Outcome = EnquiryImport['items'][number]['outcome'];

/** What becomes of an enquiry, as a tag says it. */
export const importOutcome: Readonly<
  Record<Outcome, { readonly word: string; readonly tone: 'accent' | 'good' | 'neutral' }>
> = {
  NEW: { word: 'new', tone: 'good' },
  CHANGED: { word: 'goes on', tone: 'accent' },
  UNCHANGED: { word: 'unchanged', tone: 'neutral' },
};

/** How much is wrong with a file, in a sentence. */
export function problemsSentence(told: number, more: number): string {
  const first = more === 0 ? '' : ` The first ${told} are below.`;
  return `Nothing can be done with this: ${counted(told + more, 'problem')}.${first} Mend ${told === 1 ? 'it' : 'them'}, then look again.`;
}

/** What a look at a file found, or what was done, in a sentence. */
export function importSentence({ applied, problems, moreProblems, items }: EnquiryImport): string {
  if (problems.length > 0) {
    return problemsSentence(problems.length, moreProblems);
  }
  const parts = (['NEW', 'CHANGED', 'UNCHANGED'] as const)
    .map((outcome) => ({
      outcome,
      many: items.filter((item) => item.outcome === outcome).length,
    }))
    .filter(({ many }) => many > 0)
    .map(({ outcome, many }) => `${many.toLocaleString('en-GB')} ${importOutcome[outcome].word}`);
  const rows = parts.join(', ') || 'no enquiry to take';
  const asked = items.reduce((sum, { questions }) => sum + questions.length, 0);
  const held = asked === 0 ? '' : ` ${counted(asked, 'event')} to be asked about and held.`;
  return applied
    ? `Done: ${rows}.${held}`
    : `This would be done: ${rows}.${held} Nothing has been done yet.`;
}
