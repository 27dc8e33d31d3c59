import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import type { Changed } from '../graphql/use-change.ts';
import { Dialog } from './Dialog.tsx';
import { DialogActions } from './DialogActions.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FieldArea } from './Field.tsx';
import type { ChangeDialog, ChangeWords } from './use-change-form.ts';
import { useChangeForm } from './use-change-form.ts';

/** Makes a change that needs a reason, which everybody who reads what was changed sees. */
export function ReasonDialog<Seen extends object>(
  props: ChangeDialog & {
    readonly change: ChangeWords & {
      /** What is hard to undo stands out. */
      readonly isGrave: boolean;
      readonly document: TypedDocumentNode<Changed, { input: Seen & { readonly reason: string } }>;
    };
    /** Names what is changed, as the person saw it. */
    readonly seen: Seen;
    /** Stands before the text. */
    readonly about?: ReactNode;
    /** Says who sees the reason. */
    readonly hint: string;
  },
) {
  const { change, seen, about, hint, onClose } = props;
  const field = useId();
  const [reason, setReason] = useState('');
  const { problems, problemOf, fetching, make } = useChangeForm(change.document, props);
  const given = reason.trim();

  return (
    <Dialog title={change.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make(
            { ...seen, reason: given },
            given ? [] : [{ field, message: 'Enter a reason' }],
          );
        }}
        noValidate
      >
        <ErrorSummary problems={problems} />
        <p>
          {about}
          {change.text}
        </p>
        <FieldArea
          id={field}
          label="Reason"
          hint={hint}
          rows={3}
          maxLength={500}
          value={reason}
          problem={problemOf(field)}
          onChange={(event) => setReason(event.target.value)}
        />
        <DialogActions
          kind={change.isGrave ? 'warning' : 'primary'}
          button={change.button}
          working={fetching ? change.working : undefined}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}
