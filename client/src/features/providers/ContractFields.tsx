import type { ContractDraft } from './contract-draft.ts';
import { DraftText } from './DraftField.tsx';
import { HomesField } from './HomesField.tsx';
import type { DraftForm } from './market-draft.ts';

/** The fields of a block contract. */
export function ContractFields<Draft extends ContractDraft>(props: {
  readonly form: DraftForm<Draft>;
  /** Key of the provider whose homes are offered; null until one is chosen. */
  readonly provider: string | null;
}) {
  const { form } = props;
  return (
    <>
      <DraftText form={form} name="reference" label="Reference" />
      <DraftText form={form} name="beds" kind="whole" label="Beds" />
      <DraftText form={form} name="startsOn" kind="day" label="First day" />
      <DraftText form={form} name="endsOn" kind="day" label="Last day" />
      <DraftText form={form} name="noticeMonths" kind="whole" label="Notice, in months" />
      <DraftText
        form={form}
        name="decisionLeadMonths"
        kind="whole"
        label="Lead time, in months"
        hint="How long before its end what follows must be begun"
      />
      <DraftText
        form={form}
        name="weeklyPrice"
        kind="number"
        label="Price of a bed, in pounds a week"
        hint="Paid whether it is occupied or not. Only your own organisation sees it."
      />
      <DraftText
        form={form}
        name="spotWeeklyPrice"
        kind="number"
        label="The same place by spot, in pounds a week"
        hint="For the break-even. Only your own organisation sees it."
      />
      <HomesField form={form} label="Homes in which the beds are" provider={props.provider} />
    </>
  );
}
