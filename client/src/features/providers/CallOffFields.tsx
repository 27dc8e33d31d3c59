import { useViewer } from '../access/SessionGate.tsx';
import type { CallOffDraft } from './call-off-draft.ts';
import { ownBuyers } from './call-off-draft.ts';
import { DraftSelect, DraftText } from './DraftField.tsx';
import type { Framework } from './framework-queries.ts';
import type { DraftForm } from './market-draft.ts';

/** The fields of a call-off. */
export function CallOffFields(props: {
  readonly form: DraftForm<CallOffDraft>;
  readonly framework: Framework;
}) {
  const { form, framework } = props;
  const own = ownBuyers(useViewer().authorities, framework);
  return (
    <>
      <DraftSelect
        form={form}
        name="authority"
        label="For"
        options={own.map(({ code, name }) => ({ value: code, text: name }))}
      />
      <DraftText form={form} name="madeOn" kind="day" label="Made on" />
      <DraftSelect
        form={form}
        name="method"
        label="How"
        options={[
          { value: 'DIRECT', text: 'Direct award' },
          { value: 'COMPETITION', text: 'Further competition' },
        ]}
      />
      <DraftText form={form} name="placements" kind="whole" label="Placements" />
      <DraftText
        form={form}
        name="weeklyPrice"
        kind="number"
        label="Paid for each, in pounds a week"
        hint="If known. Only your own organisation sees it."
      />
    </>
  );
}
