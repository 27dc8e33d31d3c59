import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import type { VariablesOf } from '../../graphql/graphql.ts';
import type { AddContractMutation, ChangeContractMutation, Contract } from './contract-queries.ts';
import { differing, fieldsOf, missingFrom } from './market-draft.ts';
import type { FormField } from './refusal.ts';
import { isTyped, typedNumber, typedWhole } from './refusal.ts';

/** A block contract as it stands on a form: all texts, as they were typed. */
export interface ContractDraft {
  readonly reference: string;
  readonly beds: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly noticeMonths: string;
  readonly decisionLeadMonths: string;
  /** URNs of homes. */
  readonly services: readonly string[];
  readonly weeklyPrice: string;
  readonly spotWeeklyPrice: string;
}

/** The fields of the form, as the server names them. */
export const contractFields: readonly FormField[] = fieldsOf('contract-', {
  reference: 'Reference',
  authority: 'Authority',
  provider: 'Provider',
  beds: 'Beds',
  startsOn: 'First day',
  endsOn: 'Last day',
  noticeMonths: 'Notice',
  decisionLeadMonths: 'Lead time',
  weeklyPrice: 'Price of a bed',
  spotWeeklyPrice: 'Price by spot',
  services: 'Homes:',
});

const text = (value: number | null) => (value === null ? '' : String(value));

/** The form as a contract stands; empty for a new one. */
export const contractDraft = (contract: Contract | null): ContractDraft => ({
  reference: contract?.reference ?? '',
  beds: text(contract?.beds ?? null),
  startsOn: contract?.startsOn ?? '',
  endsOn: contract?.endsOn ?? '',
  noticeMonths: text(contract?.noticeMonths ?? null),
  decisionLeadMonths: text(contract?.decisionLeadMonths ?? null),
  services: contract?.services.map(({ urn }) => urn) ?? [],
  weeklyPrice: text(contract?.weeklyPrice ?? null),
  spotWeeklyPrice: text(contract?.spotWeeklyPrice ?? null),
});

/** What is missing from the form, or is no number. */
export function missingOf(draft: ContractDraft): readonly FieldProblem[] {
  const whole = (name: 'noticeMonths' | 'decisionLeadMonths', what: string) =>
    Number.isNaN(typedWhole(draft[name])) && `${what} must be a whole number of months`;
  const amount = (name: 'weeklyPrice' | 'spotWeeklyPrice', what: string) =>
    Number.isNaN(typedNumber(draft[name])) && `${what} must be an amount in pounds`;
  return missingFrom('contract-', {
    reference: draft.reference.trim() === '' && 'Enter a reference, for example BLOCK-03',
    beds:
      !isTyped(typedWhole(draft.beds)) &&
      (draft.beds.trim() === '' ? 'Enter how many beds' : 'Beds must be a whole number'),
    startsOn: draft.startsOn === '' && 'Enter the first day',
    endsOn: draft.endsOn === '' && 'Enter the last day',
    noticeMonths: whole('noticeMonths', 'Notice'),
    decisionLeadMonths: whole('decisionLeadMonths', 'Lead time'),
    weeklyPrice: amount('weeklyPrice', 'Price of a bed'),
    spotWeeklyPrice: amount('spotWeeklyPrice', 'Price by spot'),
  });
}

/** The terms of a contract, as they are typed. */
const termsOf = (draft: ContractDraft) => ({
  reference: draft.reference.trim(),
  beds: typedWhole(draft.beds) ?? 0,
  startsOn: draft.startsOn,
  endsOn: draft.endsOn,
  noticeMonths: typedWhole(draft.noticeMonths),
  decisionLeadMonths: typedWhole(draft.decisionLeadMonths),
  services: [...draft.services],
  weeklyPrice: typedNumber(draft.weeklyPrice),
  spotWeeklyPrice: typedNumber(draft.spotWeeklyPrice),
});

/** What is sent for a new contract. */
export const addInput = (
  draft: ContractDraft,
  of: { readonly authority: string; readonly provider: string },
): VariablesOf<typeof AddContractMutation>['input'] => ({ ...of, ...termsOf(draft) });

/** What is sent for a change: only what differs from what the form began with, and the version that was seen. */
export const changeInput = (
  draft: ContractDraft,
  before: ContractDraft,
  of: { readonly id: string; readonly version: number },
): VariablesOf<typeof ChangeContractMutation>['input'] => ({
  ...of,
  ...differing(termsOf(draft), termsOf(before)),
});
