import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldChoices, FieldText } from '../../components/Field.tsx';
import type { ReturnChangeKind, ReturnDialog } from './return-changes.ts';
import { ApproveReturnMutation } from './return-mutations.ts';
import { useReturnChange } from './use-return-change.ts';

const officeField = 'return-office';
const attestedField = 'return-attested';
const noProblems: readonly FieldProblem[] = [];

/** Approves a version as its second person: an office attests it. */
export function ReturnApproveDialog(props: ReturnDialog & { readonly change: ReturnChangeKind }) {
  const { change, record, onStale, onClose, onDone } = props;
  const [office, setOffice] = useState('Director of Children’s Services');
  const [attested, setAttested] = useState(false);
  const [problems, setProblems] = useState(noProblems);
  const { fetching, change: make } = useReturnChange(ApproveReturnMutation);
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.message;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(office.trim() === '' ? [{ field: officeField, message: 'Enter the office' }] : []),
      ...(attested
        ? []
        : [{ field: attestedField, message: 'Confirm that the return is complete and correct' }]),
    ];
    setProblems(missing);
    if (missing.length > 0) return;
    const { id, revision } = record;
    const outcome = await make({ input: { id, revision, office: office.trim(), attested } });
    if (outcome.problem === null) return onDone(change.done);
    setProblems([{ field: null, message: outcome.problem }]);
    if (outcome.isStale) onStale();
  };

  return (
    <Dialog title={change.title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={problems} />
        <p>
          {record.submittedBy ?? 'Its sender'} submitted it. {change.text}
        </p>
        <FieldText
          id={officeField}
          label="Accountable office"
          hint="The office that answers for the return, not a person’s name."
          maxLength={200}
          value={office}
          problem={problemOf(officeField)}
          onChange={(event) => setOffice(event.target.value)}
        />
        <FieldChoices<'yes'>
          id={attestedField}
          kind="checkboxes"
          label="Attestation"
          hint="Your account, the day and the time are kept with it, and in the log."
          problem={problemOf(attestedField)}
          choices={[
            {
              value: 'yes',
              text: 'This return is complete and correct to the best of that office’s knowledge',
            },
          ]}
          chosen={attested ? ['yes'] : []}
          onChange={(_, on) => setAttested(on)}
        />
        <div className="actions">
          <Button type="submit" working={fetching ? change.working : undefined}>
            {change.button}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
