import { Button } from '../../components/Button.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { rowForm } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { ChangeStagesMutation } from './enquiry-mutations.ts';
import type { StageSet } from './enquiry-queries.ts';
import { StageFields } from './StageFields.tsx';
import {
  stageFields,
  stagesDraft,
  stagesForm,
  stagesInput,
  withoutStage,
  withStageAfter,
} from './stage-draft.ts';
import { sinceText } from './stage-words.ts';

/** Changes the stages from a day on, as the manager of the hub. */
export function StagesForm(props: {
  readonly consortium: string;
  /** The set made last. */
  readonly latest: StageSet;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { consortium, latest, onStale, onDone } = props;
  const form = useMarketForm(ChangeStagesMutation, {
    ...{ id: stagesForm, fields: stageFields, draft: stagesDraft(latest), onStale },
    onDone: () => onDone(`Changed: the stages, from ${from} on.`),
  });
  const { draft, onChange } = form;
  const from = draft.inForceFrom === '' ? 'today' : writtenDay(draft.inForceFrom);
  return (
    <FoldedForm
      title="Change the stages"
      form={form}
      present={`${sinceText(latest)}.`}
      button="Change the stages"
      working="Changing"
      onSubmit={() => void form.send(stagesInput(draft, { consortium, version: latest.version }))}
    >
      <DraftText
        form={form}
        name="inForceFrom"
        label="In force from"
        hint="Today if left empty. What was recorded before keeps its stages."
        kind="day"
      />
      <ol className="stage-rows">
        {draft.stages.map((stage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stage of one’s own may have no code yet.
          <li key={index}>
            <StageFields
              form={rowForm(form, 'stages', index)}
              before={draft.stages.slice(0, index)}
              isOpen={stage.title === '' || hasProblem(form.problems, index)}
            />
            <div className="actions">
              {index < draft.stages.length - 1 && (
                <Button
                  kind="quiet"
                  size="small"
                  onClick={() => onChange(withStageAfter(draft, index))}
                >
                  Add a stage after “{stage.title}”
                </Button>
              )}
              {!stage.standard && (
                <Button
                  kind="quiet"
                  size="small"
                  onClick={() => onChange(withoutStage(draft, index))}
                >
                  Remove “{stage.title}”
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
    </FoldedForm>
  );
}

const hasProblem = (
  problems: readonly { readonly field: string | null }[],
  index: number,
): boolean =>
  problems.some(({ field }) => field?.startsWith(`${stagesForm}stages[${index}].`) ?? false);
