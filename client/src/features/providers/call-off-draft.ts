import type { VariablesOf } from '../../graphql/graphql.ts';
import type { CorrectCallOffMutation } from './framework-mutations.ts';
import type { Framework, FrameworkMember } from './framework-queries.ts';
import { missingFrom } from './market-draft.ts';
import { isTyped, typedNumber, typedWhole } from './refusal.ts';

/** A call-off that was recorded. */
export type CallOff = FrameworkMember['callOffs'][number];

/** A call-off as it stands on a form. */
export interface CallOffDraft {
  readonly authority: string;
  readonly madeOn: string;
  readonly method: 'DIRECT' | 'COMPETITION';
  readonly placements: string;
  readonly weeklyPrice: string;
}

/** What is refused of a call-off, in words of the form. */
export const callOffLabels = {
  authority: 'Authority',
  madeOn: 'Day',
  placements: 'Placements',
  weeklyPrice: 'Price',
};

/** The form as a call-off stands; empty for a new one, for the authority given. */
export const callOffDraft = (callOff: CallOff | null, authority: string): CallOffDraft => ({
  authority: callOff?.authority?.code ?? authority,
  madeOn: callOff?.madeOn ?? '',
  method: callOff?.method ?? 'DIRECT',
  placements: callOff ? String(callOff.placements) : '',
  weeklyPrice: callOff?.weeklyPrice == null ? '' : String(callOff.weeklyPrice),
});

/** What is sent of it, whether it is recorded or corrected. */
export const callOffTerms = (
  draft: CallOffDraft,
): Omit<VariablesOf<typeof CorrectCallOffMutation>['input'], 'id' | 'version'> => ({
  ...draft,
  placements: typedWhole(draft.placements) ?? 0,
  weeklyPrice: typedNumber(draft.weeklyPrice),
});

/** What is missing from the form, or is no number. */
export const callOffMissing = (id: string, { madeOn, placements, weeklyPrice }: CallOffDraft) =>
  missingFrom(id, {
    madeOn: madeOn === '' && 'Enter the day',
    placements: !isTyped(typedWhole(placements)) && 'Enter how many placements',
    weeklyPrice: Number.isNaN(typedNumber(weeklyPrice)) && 'Price must be an amount in pounds',
  });

/** Authorities of one’s own that may call off a framework: its lead, and those that it names as buyers. */
export function ownBuyers<One extends { readonly code: string }>(
  authorities: readonly One[],
  { lead, buyers }: Pick<Framework, 'lead' | 'buyers'>,
): readonly One[] {
  const named = [lead?.code, ...buyers.map(({ code }) => code)];
  return authorities.filter(({ code }) => named.includes(code));
}
