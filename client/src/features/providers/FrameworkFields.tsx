import { judgementTitles } from '@sufficiency/shared/providers/judgements.ts';
import { FieldChoices } from '../../components/Field.tsx';
import { DraftArea, DraftSelect, DraftText } from './DraftField.tsx';
import { FormPart } from './FormPart.tsx';
import { FrameworkBuyersField } from './FrameworkBuyersField.tsx';
import { FrameworkDateFields } from './FrameworkDateFields.tsx';
import { FrameworkLotFields } from './FrameworkLotFields.tsx';
import type { FrameworkDraft } from './framework-draft.ts';
import type { FrameworkChoices } from './framework-queries.ts';
import type { DraftForm } from './market-draft.ts';
import { boughtServices } from './market-words.ts';

const judgements = [
  { value: '', text: 'None' },
  { value: 'OUTSTANDING', text: judgementTitles.OUTSTANDING },
  { value: 'GOOD', text: judgementTitles.GOOD },
  { value: 'REQUIRES_IMPROVEMENT', text: judgementTitles.REQUIRES_IMPROVEMENT },
  { value: 'CONSISTENTLY_STRONG', text: judgementTitles.CONSISTENTLY_STRONG },
  { value: 'INCONSISTENT', text: judgementTitles.INCONSISTENT },
] as const;

/** The fields of a framework. */
export function FrameworkFields(props: {
  readonly form: DraftForm<FrameworkDraft>;
  readonly choices: FrameworkChoices;
  /** Authorities that may be named as its lead. */
  readonly leads: readonly { readonly code: string; readonly name: string }[];
}) {
  const { form, leads } = props;
  const { services } = form.draft;
  return (
    <>
      <FormPart title="What it is">
        <div className="market-fields__whole">
          <DraftText form={form} name="title" label="Title" />
        </div>
        <DraftText form={form} name="reference" label="Reference" hint="For people: CCS034" />
        <DraftText form={form} name="ocid" label="Open Contracting id" hint="If it has one" />
        <DraftText
          form={form}
          name="value"
          kind="number"
          label="Value over its whole term, in pounds"
        />
        <div className="market-fields__whole">
          <FieldChoices
            id={`${form.id}services`}
            kind="checkboxes"
            label="What it buys"
            problem={form.problemOf(`${form.id}services`)}
            choices={boughtServices}
            chosen={services}
            onChange={(code, on) =>
              form.onChange({
                ...form.draft,
                services: on ? [...services, code] : services.filter((one) => one !== code),
              })
            }
          />
        </div>
      </FormPart>
      <FormPart title="Who leads it, and who buys by it">
        <DraftSelect
          form={form}
          name="lead"
          label="Led by"
          options={[
            { value: '', text: 'None of these' },
            ...leads.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        <DraftText form={form} name="leadText" label="Who leads it, as its documents say" />
        <FrameworkBuyersField form={form} choices={props.choices} />
      </FormPart>
      <FormPart title="Term">
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
        <DraftSelect
          form={form}
          name="openToNew"
          label="Open to new providers while it lasts"
          options={yesNo}
        />
        <FrameworkDateFields form={form} />
      </FormPart>
      <FormPart title="Lots and tiers">
        <FrameworkLotFields form={form} />
      </FormPart>
      <FormPart title="Conditions">
        <DraftSelect
          form={form}
          name="conditionJudgement"
          label="Least judgement of its homes"
          options={judgements}
        />
        <DraftArea form={form} name="condition" label="Conditions, in words" />
      </FormPart>
      <FormPart title="Source">
        <div className="market-fields__whole">
          <DraftText form={form} name="source" label="Where these facts are from" />
          <DraftText form={form} name="sourceUrl" label="Its address" hint="https://…" />
        </div>
        <DraftText form={form} name="printedProviders" kind="whole" label="Providers, as printed" />
        <DraftText
          form={form}
          name="printedMemberships"
          kind="whole"
          label="Lot memberships, as printed"
        />
        <DraftText form={form} name="printedHomes" kind="whole" label="Homes, as printed" />
        <DraftSelect
          form={form}
          name="published"
          label="Published"
          hint="Everybody who reads the register then reads these facts; who is on it is shared apart from them"
          options={yesNo}
        />
      </FormPart>
    </>
  );
}

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const;
