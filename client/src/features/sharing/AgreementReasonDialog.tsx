import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldArea } from '../../components/Field.tsx';
import type { ReasonStep } from './agreement-steps.ts';
import type { Agreement } from './sharing-queries.ts';
import { useAgreementChange } from './use-agreement-change.ts';

const noProblems: readonly FieldProblem[] = [];

/** Suspends or ends an agreement, with a reason that everybody who reads it sees. */
export function AgreementReasonDialog(props: {
  readonly step: ReasonStep;
  readonly agreement: Agreement;
  readonly onStale: () => void;
  readonly onClose: () => void;
  readonly onDone: (sentence: string, id: string | null) => void;
}) {
  const { step, agreement, onStale, onClose, onDone } = props;
  const id = useId();
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState(noProblems);
  const { fetching, change } = useAgreementChange(step.document);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setProblems([{ field: `${id}-reason`, message: 'Enter a reason' }]);
      return;
    }
    setProblems(noProblems);
    const seen = { id: agreement.id, revision: agreement.revision };
    const outcome = await change({ input: { ...seen, reason: reason.trim() } });
    if (outcome.problem === null) return onDone(step.done, outcome.id);
    setProblems([{ field: null, message: outcome.problem }]);
    if (outcome.isStale) onStale();
  };

  return (
    <Dialog title={step.title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={problems} />
        <p>
          <strong>{agreement.reference}</strong>, {agreement.title}. {step.text}
        </p>
        <FieldArea
          id={`${id}-reason`}
          label="Reason"
          hint="Everybody who may read the agreement sees it. Name no person."
          rows={3}
          maxLength={500}
          value={reason}
          problem={problems.find(({ field }) => field !== null)?.message}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="actions">
          <Button kind="warning" type="submit" working={fetching ? step.working : undefined}>
            {step.button}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
