import { useState } from 'react';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogActions } from '../../components/DialogActions.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldChoices, FieldText } from '../../components/Field.tsx';
import type { ChangeDialog } from '../../components/use-change-form.ts';
import { useChangeForm } from '../../components/use-change-form.ts';
import type { AttestedChange } from './return-changes.ts';
import { ApproveReturnMutation } from './return-mutations.ts';
import type { Return } from './return-queries.ts';

const officeField = 'return-office';
const attestedField = 'return-attested';

/** Approves a version as its second person: an office attests it. */
export function ReturnApproveDialog(
  props: ChangeDialog & { readonly change: AttestedChange; readonly record: Return },
) {
  const { change, record, onClose } = props;
  const [office, setOffice] = useState('Director of Children’s Services');
  const [attested, setAttested] = useState(false);
  const { problems, problemOf, fetching, make } = useChangeForm(ApproveReturnMutation, props);

  const approve = () => {
    const { id, revision } = record;
    const given = office.trim();
    void make({ id, revision, office: given, attested }, [
      ...(given === '' ? [{ field: officeField, message: 'Enter the office' }] : []),
      ...(attested
        ? []
        : [{ field: attestedField, message: 'Confirm that the return is complete and correct' }]),
    ]);
  };

  return (
    <Dialog title={change.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          approve();
        }}
        noValidate
      >
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
        <DialogActions
          button={change.button}
          working={fetching ? change.working : undefined}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}
