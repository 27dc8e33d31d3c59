import { useViewer } from '../access/SessionGate.tsx';
import { CallOffFields } from './CallOffFields.tsx';
import {
  callOffDraft,
  callOffLabels,
  callOffMissing,
  callOffTerms,
  ownBuyers,
} from './call-off-draft.ts';
import { CallOffMutation } from './framework-mutations.ts';
import type { Framework, FrameworkMember } from './framework-queries.ts';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf } from './market-draft.ts';
import { counted } from './market-words.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'call-';

/** Records placements called off a membership, for the viewer’s own organisation only. */
export function AwardCallOffForm(props: {
  readonly award: FrameworkMember;
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { award, framework, onStale, onDone } = props;
  const [first] = ownBuyers(useViewer().authorities, framework);
  const form = useMarketForm(CallOffMutation, {
    ...{ id, onStale },
    fields: fieldsOf(id, callOffLabels),
    draft: callOffDraft(null, first?.code ?? ''),
    onDone: () =>
      onDone(`Recorded: ${counted(Number(form.draft.placements), 'placement')} called off.`),
  });
  if (!first) return null;
  return (
    <FoldedForm
      title="Record a call-off"
      form={form}
      button="Record the call-off"
      working="Recording"
      onSubmit={() =>
        void form.send(
          { award: award.id, ...callOffTerms(form.draft) },
          callOffMissing(id, form.draft),
        )
      }
    >
      <CallOffFields form={form} framework={framework} />
    </FoldedForm>
  );
}
