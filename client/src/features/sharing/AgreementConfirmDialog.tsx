import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Notification } from '../../components/Notification.tsx';
import type { ConfirmStep } from './agreement-steps.ts';
import type { Agreement } from './sharing-queries.ts';
import { useAgreementChange } from './use-agreement-change.ts';

/** Asks before a step that needs no more than a yes. */
export function AgreementConfirmDialog(props: {
  readonly step: ConfirmStep;
  readonly agreement: Agreement;
  readonly onStale: () => void;
  readonly onClose: () => void;
  readonly onDone: (sentence: string, id: string | null) => void;
}) {
  const { step, agreement, onStale, onClose, onDone } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const { fetching, change } = useAgreementChange(step.document);

  const confirm = async () => {
    const outcome = await change({ input: { id: agreement.id, revision: agreement.revision } });
    if (outcome.problem === null) return onDone(step.done, outcome.id);
    setProblem(outcome.problem);
    if (outcome.isStale) onStale();
  };

  return (
    <Dialog title={step.title} onClose={onClose}>
      {problem !== null && (
        <Notification tone="bad" role="alert" title="It was not done">
          <p>{problem}</p>
        </Notification>
      )}
      <p>
        <strong>{agreement.reference}</strong>, {agreement.title}. {step.text}
      </p>
      <div className="actions">
        <Button working={fetching ? step.working : undefined} onClick={() => void confirm()}>
          {step.button}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}
