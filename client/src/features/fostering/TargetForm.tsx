import { enquiryHouseholdTypes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { typedNumber, typedWhole } from '../providers/refusal.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { choicesOf, membersOr, typed } from './form-choices.ts';
import type { FosteringTarget } from './target-queries.ts';
import { SetTargetMutation } from './target-queries.ts';
import { planTitle } from './target-words.ts';

const id = 'target-';

const fields = fieldsOf(id, {
  year: 'Year',
  authority: 'Whose',
  householdType: 'Type of household',
  enquiries: 'Enquiries',
  conversionPercent: 'Approved of enquiries',
  approvals: 'Households approved',
  baselineApprovals: 'Baseline',
  upliftPercent: 'Uplift',
  source: 'Where it was stated',
});

const written = (value: number | null | undefined) => (value == null ? '' : String(value));

const draftOf = (target: FosteringTarget | undefined, thisYear: string) => ({
  year: target?.year ?? thisYear,
  authority: target?.authority?.code ?? '',
  householdType: target?.householdType ?? '',
  enquiries: written(target?.enquiries),
  conversionPercent: written(target?.conversionPercent),
  approvals: written(target?.approvals),
  baselineApprovals: written(target?.baselineApprovals),
  upliftPercent: written(target?.upliftPercent),
  source: target?.source ?? '',
  shared: target?.shared ? 'yes' : 'no',
});

/** States a target of a year, or the one that is shown anew where its year and household are left as they are. */
export function TargetForm(props: {
  readonly consortium: string;
  readonly members: readonly { readonly code: string; readonly name: string }[];
  readonly target: FosteringTarget | undefined;
  readonly thisYear: string;
  readonly onDone: (said: string) => void;
  readonly onStale: () => void;
}) {
  const { consortium, members, target, onDone, onStale } = props;
  const form = useMarketForm(SetTargetMutation, {
    ...{ id, fields, onStale, draft: draftOf(target, props.thisYear) },
    onDone: ({ setFosteringTarget: { year, approvals, check } }) =>
      onDone(
        `Stated: ${approvals} approvals in ${year}. ${check.explanation ?? 'Nothing in it contradicts itself.'}`,
      ),
  });
  const { draft } = form;
  const isSame =
    target?.year === draft.year.trim() &&
    (target.authority?.code ?? '') === draft.authority &&
    (target.householdType ?? '') === draft.householdType;
  const submit = () => {
    const numbers = {
      enquiries: typedWhole(draft.enquiries),
      conversionPercent: typedNumber(draft.conversionPercent),
      approvals: typedWhole(draft.approvals),
      baselineApprovals: typedWhole(draft.baselineApprovals),
      upliftPercent: typedNumber(draft.upliftPercent),
    };
    void form.send(
      {
        ...numbers,
        ...{ consortium, year: draft.year.trim(), approvals: numbers.approvals ?? 0 },
        authority: typed(draft.authority),
        householdType: typed(draft.householdType),
        version: isSame ? target.version : null,
        source: typed(draft.source),
        shared: draft.shared === 'yes',
      },
      missingFrom(id, {
        year: draft.year.trim() === '' && 'Enter a financial year, for example 2026-27',
        enquiries: Number.isNaN(numbers.enquiries) && 'Enquiries must be a whole number',
        conversionPercent:
          Number.isNaN(numbers.conversionPercent) && 'Enter a percentage, for example 15.45',
        approvals:
          (numbers.approvals === null || Number.isNaN(numbers.approvals)) &&
          'Enter how many households are to be approved',
        baselineApprovals:
          Number.isNaN(numbers.baselineApprovals) && 'The baseline must be a whole number',
        upliftPercent: Number.isNaN(numbers.upliftPercent) && 'Enter a percentage, for example 91',
      }),
    );
  };
  return (
    <FoldedForm
      title="State a target"
      form={form}
      present={
        target ? `${planTitle(target)}: ${target.approvals} approvals in ${target.year}.` : ''
      }
      button={isSame ? 'State this target anew' : 'State a new target'}
      working="Stating"
      onSubmit={submit}
    >
      <DraftText form={form} name="year" label="Financial year" hint="For example 2026-27" />
      <DraftSelect
        form={form}
        name="authority"
        label="Whose"
        options={membersOr('The whole hub', members)}
      />
      <DraftSelect
        form={form}
        name="householdType"
        label="Type of household"
        options={choicesOf(enquiryHouseholdTypes, 'All types')}
      />
      <DraftText form={form} name="enquiries" label="Enquiries in the year" kind="whole" />
      <DraftText
        form={form}
        name="conversionPercent"
        label="Approved of enquiries, %"
        hint="As it was stated, with its decimals"
        kind="number"
      />
      <DraftText form={form} name="approvals" label="Households approved" kind="whole" />
      <DraftText
        form={form}
        name="baselineApprovals"
        label="Baseline: approved before"
        kind="whole"
      />
      <DraftText
        form={form}
        name="upliftPercent"
        label="Uplift over the baseline, %"
        kind="number"
      />
      <DraftText
        form={form}
        name="source"
        label="Where it was stated"
        hint="All members see a whole hub’s baseline only where a paper published it"
      />
      <DraftSelect
        form={form}
        name="shared"
        label="Who sees it"
        options={[
          { value: 'no', text: 'Those it is about' },
          { value: 'yes', text: 'All members of the consortium' },
        ]}
      />
    </FoldedForm>
  );
}
