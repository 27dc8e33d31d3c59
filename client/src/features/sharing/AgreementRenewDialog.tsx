import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldText } from '../../components/Field.tsx';
import { isDay, todayInLondon, writtenDay } from '../indicators/london-day.ts';
import { RenewAgreementMutation } from './agreement-mutations.ts';
import type { Agreement } from './sharing-queries.ts';
import { useAgreementChange } from './use-agreement-change.ts';

const noProblems: readonly FieldProblem[] = [];

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
  const [problems, setProblems] = useState(noProblems);
  const { fetching, change } = useAgreementChange(RenewAgreementMutation);
  const problemOf = (field: string) =>
    problems.find((problem) => problem.field === `${id}-${field}`)?.message;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = renewalProblems(dates, agreement.endsOn, todayInLondon());
    setProblems(found.map(({ field, message }) => ({ field: `${id}-${field}`, message })));
    if (found.length > 0) return;
    const seen = { id: agreement.id, revision: agreement.revision };
    const outcome = await change({ input: { ...seen, ...dates } });
    if (outcome.problem === null) {
      const until = writtenDay(dates.endsOn);
      return onDone(`The next version, until ${until}, was drafted. Propose it next.`, outcome.id);
    }
    setProblems([{ field: null, message: outcome.problem }]);
    if (outcome.isStale) onStale();
  };

  return (
    <Dialog title="Renew this agreement" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
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
          problem={problemOf('endsOn')}
          onChange={(event) => setDates({ ...dates, endsOn: event.target.value })}
        />
        <FieldText
          id={`${id}-reviewDueOn`}
          type="date"
          label="To be reviewed by"
          hint={`Now ${writtenDay(agreement.reviewDueOn)}`}
          value={dates.reviewDueOn}
          problem={problemOf('reviewDueOn')}
          onChange={(event) => setDates({ ...dates, reviewDueOn: event.target.value })}
        />
        <div className="actions">
          <Button type="submit" working={fetching ? 'Drafting' : undefined}>
            Draft the next version
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
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
