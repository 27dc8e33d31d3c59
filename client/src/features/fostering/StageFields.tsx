import { clockUnits } from '@sufficiency/shared/fostering/stages.ts';
import { DraftArea, DraftSelect, DraftText } from '../providers/DraftField.tsx';
import type { DraftForm } from '../providers/market-draft.ts';
import type { StageDraft } from './stage-draft.ts';

const units = { WORKING_DAYS: 'working days', DAYS: 'days', MONTHS: 'months' } as const;
const recorded = [
  { value: 'yes', text: 'yes' },
  { value: 'no', text: 'no, not from then on' },
] as const;

/** The fields of one stage, folded away until somebody changes it. */
export function StageFields(props: {
  readonly form: DraftForm<StageDraft>;
  /** The stages before it, from which its clock may run. */
  readonly before: readonly StageDraft[];
  readonly isOpen: boolean;
}) {
  const { form, before, isOpen } = props;
  const { title, standard, from, used, code } = form.draft;
  return (
    <details open={isOpen || undefined}>
      <summary>
        {title === '' ? 'A stage of your own' : title}
        {used === 'no' && ', not recorded'}
      </summary>
      <div className="market-fields">
        {!standard && (
          <DraftText form={form} name="code" label="Code" hint="OWN- and capitals: OWN-CHECKS" />
        )}
        <DraftText form={form} name="title" label="Title" />
        {code !== 'RECEIVED' && (
          <DraftSelect form={form} name="used" label="Recorded" options={recorded} />
        )}
        <DraftArea form={form} name="definition" label="What it means to reach it" />
        {before.length > 0 && (
          <DraftSelect
            form={form}
            name="from"
            label="Its clock runs from"
            options={[
              { value: '', text: 'no clock' },
              ...before.map((stage) => ({ value: stage.code, text: stage.title })),
            ]}
          />
        )}
        {from !== '' && (
          <>
            <DraftText form={form} name="limit" label="It may take" kind="whole" />
            <DraftSelect
              form={form}
              name="unit"
              label="Counted in"
              options={clockUnits.map((value) => ({ value, text: units[value] }))}
            />
          </>
        )}
      </div>
    </details>
  );
}
