import type { ReactNode } from 'react';
import type { TypedDocumentNode } from 'urql';
import type { Changed } from '../graphql/use-change.ts';
import { Dialog } from './Dialog.tsx';
import { DialogActions } from './DialogActions.tsx';
import { Notification } from './Notification.tsx';
import type { ChangeDialog, ChangeWords } from './use-change-form.ts';
import { useChangeForm } from './use-change-form.ts';

/** Asks before a change that needs no more than a yes. */
export function ConfirmDialog<Seen>(
  props: ChangeDialog & {
    readonly change: ChangeWords & {
      readonly document: TypedDocumentNode<Changed, { input: Seen }>;
    };
    /** Names what is changed, as the person saw it. */
    readonly seen: Seen;
    /** Stands before the text. */
    readonly about?: ReactNode;
  },
) {
  const { change, seen, about, onClose } = props;
  const { problems, fetching, make } = useChangeForm(change.document, props);

  return (
    <Dialog title={change.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make(seen);
        }}
      >
        {problems[0] && (
          <Notification tone="bad" role="alert" title="It was not done">
            <p>{problems[0].message}</p>
          </Notification>
        )}
        <p>
          {about}
          {change.text}
        </p>
        <DialogActions
          button={change.button}
          working={fetching ? change.working : undefined}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}
