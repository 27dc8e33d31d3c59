import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FieldText } from '../../components/Field.tsx';
import { isDay, todayInLondon } from './london-day.ts';

/** Chooses the day as at which figures are shown. */
export function AsAtChoice(props: {
  readonly asAt: string | null;
  readonly onChange: (asAt: string | null) => void;
}) {
  const { asAt, onChange } = props;
  const id = useId();
  const today = todayInLondon();
  const [day, setDay] = useState(asAt?.slice(0, 10) ?? '');
  const [problem, setProblem] = useState<string>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = dayProblem(day, today);
    setProblem(found);
    if (found === undefined) onChange(day === today ? null : day);
  };

  return (
    <form onSubmit={submit} noValidate>
      <FieldText
        id={`${id}-day`}
        type="date"
        label="Show figures as the platform knew them on"
        hint="At the end of that day. What you may see is decided by the agreements of today"
        problem={problem}
        value={day}
        max={today}
        onChange={(event) => setDay(event.target.value)}
      />
      <div className="choice-list__actions">
        <Button type="submit" size="small">
          Show that day
        </Button>
        {asAt !== null && (
          <Button kind="quiet" size="small" onClick={() => onChange(null)}>
            Show figures as they are now
          </Button>
        )}
      </div>
    </form>
  );
}

function dayProblem(day: string, today: string): string | undefined {
  if (!isDay(day)) return 'Enter a day, for example 3 March 2026';
  return day > today ? 'Enter a day that has come' : undefined;
}
