import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldText } from '../../components/Field.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { EndAwardMutation } from './framework-mutations.ts';
import type { FrameworkMember } from './framework-queries.ts';
import { termInWords } from './market-words.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { useMarketForm } from './use-market-form.ts';

const fields = [{ path: 'endsOn', id: 'end-on', label: 'Last day' }];

/** Ends a membership on a day. */
export function AwardEndForm(props: {
  readonly award: FrameworkMember;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { award, onStale, onDone } = props;
  const [endsOn, setEndsOn] = useState('');
  const form = useMarketForm(EndAwardMutation, {
    fields,
    onDone: () =>
      onDone(`Ended: ${award.provider?.name ?? 'the membership'}, on ${writtenDay(endsOn)}.`),
    onStale,
  });
  return (
    <details className="market-form">
      <summary>End this membership</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.send(
            { id: award.id, version: award.version, endsOn },
            endsOn === '' ? [{ field: 'end-on', message: 'Enter its last day' }] : [],
          );
        }}
      >
        <ErrorSummary problems={form.problems} />
        <StaleNotice
          shown={form.isStale}
          present={`${termInWords(award.startsOn, award.endsOn)}.`}
        />
        <FieldText
          id="end-on"
          type="date"
          label="Its last day"
          value={endsOn}
          problem={form.problemOf('end-on')}
          onChange={({ target: { value } }) => setEndsOn(value)}
        />
        <Button type="submit" kind="warning" working={form.fetching ? 'Ending' : undefined}>
          End the membership
        </Button>
      </form>
    </details>
  );
}
