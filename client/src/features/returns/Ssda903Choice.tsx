import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { DropZone } from '../../components/DropZone.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { endedMonths, writtenMonth } from './return-months.ts';
import { fileProblem } from './ssda903-files.ts';
import type { useSsda903 } from './use-ssda903.ts';

const filesField = 'ssda903-files';

/** Two years: earlier months are in published statistics. */
const offeredMonths = 24;

/** Chooses files, by picker or by dropping them, whose they are, and the month to count. */
export function Ssda903Choice(props: {
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
  readonly onCount: ReturnType<typeof useSsda903>['start'];
}) {
  const { authorities, onCount } = props;
  const months = endedMonths(todayInLondon(), offeredMonths);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [authority, setAuthority] = useState(authorities[0]?.code ?? '');
  const [period, setPeriod] = useState(months[0] ?? '');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);

  const count = (event: FormEvent) => {
    event.preventDefault();
    const problem = fileProblem(files);
    setProblems(problem === null ? [] : [{ field: filesField, message: problem }]);
    if (problem === null) onCount(files, { authority, period });
  };

  return (
    <form className="ssda903-choice" onSubmit={count} noValidate>
      <ErrorSummary problems={problems} />
      <DropZone
        id={filesField}
        label="CSV files"
        hint="Several at once, in any order: header, episodes and UASC, of this year and of earlier years. Drop them here or choose them. Up to 100 MB each."
        problem={problems[0]?.message}
        accept=".csv,.txt,text/csv,text/plain"
        files={files}
        onFiles={setFiles}
      />
      <div className="ssda903-choice__fields">
        {authorities.length > 1 && (
          <FieldSelect
            id="ssda903-authority"
            label="Authority"
            value={authority}
            onChange={(event) => setAuthority(event.target.value)}
            options={authorities.map(({ code, name }) => ({ value: code, text: name }))}
          />
        )}
        <FieldSelect
          id="ssda903-month"
          label="Month"
          value={period}
          onChange={(event) => setPeriod(event.target.value)}
          options={months.map((month) => ({ value: month, text: writtenMonth(month) }))}
        />
        <Button type="submit">Count</Button>
      </div>
    </form>
  );
}
