import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogActions } from '../../components/DialogActions.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldText } from '../../components/Field.tsx';
import { useChangeForm } from '../../components/use-change-form.ts';
import { isDay, todayInLondon, writtenDay } from '../indicators/london-day.ts';
import { RenewAgreementMutation } from './agreement-mutations.ts';
import type { Agreement } from './sharing-queries.ts';

/** Makes the next version of an agreement with a later end; every party signs it anew. */
export function AgreementRenewDialog(props: {
  readonly agreement: Agreement;
  readonly onStale: () => void;
  readonly onClose: () => void;
  readonly onDone: (sentence: string, id: string | null) => void;
}) {
  const { agreement, onStale, onClose, onDone } = props;
  const id = useId();
  const [dates, setDates] = useState({ endsOn: '', reviewDueOn: '' });
  const until = isDay(dates.endsOn) ? writtenDay(dates.endsOn) : '';
  const { problems, problemOf, fetching, make } = useChangeForm(RenewAgreementMutation, {
    onStale,
    onDone: (drafted) =>
      onDone(`The next version, until ${until}, was drafted. Propose it next.`, drafted),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = renewalProblems(dates, agreement.endsOn, todayInLondon());
    const { id: agreementId, revision } = agreement;
    void make(
      { id: agreementId, revision, ...dates },
      found.map(({ field, message }) => ({ field: `${id}-${field}`, message })),
    );
  };

  return (
    <Dialog title="Renew this agreement" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problems={problems} />
        <p>
          This drafts the next version, which says the same with a later end. Propose it, and every
          party signs it; until then this version stays as it is.
        </p>
        <FieldText
          id={`${id}-endsOn`}
          type="date"
          label="Last day"
          hint={`Now ${writtenDay(agreement.endsOn)}`}
          value={dates.endsOn}
          problem={problemOf(`${id}-endsOn`)}
          onChange={(event) => setDates({ ...dates, endsOn: event.target.value })}
        />
        <FieldText
          id={`${id}-reviewDueOn`}
          type="date"
          label="To be reviewed by"
          hint={`Now ${writtenDay(agreement.reviewDueOn)}`}
          value={dates.reviewDueOn}
          problem={problemOf(`${id}-reviewDueOn`)}
          onChange={(event) => setDates({ ...dates, reviewDueOn: event.target.value })}
        />
        <DialogActions
          button="Draft the next version"
          working={fetching ? 'Drafting' : undefined}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

function renewalProblems(
  dates: { readonly endsOn: string; readonly reviewDueOn: string },
  endsNow: string,
  today: string,
) {
  const { endsOn, reviewDueOn } = dates;
  const problems: { field: string; message: string }[] = [];
  if (!isDay(endsOn)) problems.push({ field: 'endsOn', message: 'Enter the last day' });
  else if (endsOn <= endsNow || endsOn < today) {
    problems.push({ field: 'endsOn', message: 'Enter a last day later than the present one' });
  }
  if (!isDay(reviewDueOn)) {
    problems.push({ field: 'reviewDueOn', message: 'Enter the day by which it is to be reviewed' });
  } else if (reviewDueOn < today || (isDay(endsOn) && reviewDueOn > endsOn)) {
    problems.push({
      field: 'reviewDueOn',
      message: 'Enter a day of review from today to the last day',
    });
  }
  return problems;
}
