import { useEffect, useRef, useState } from 'react';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { ReturnsPages } from '../returns/ReturnsPages.tsx';
import { AddUpExamples } from './AddUpExamples.tsx';
import { AddUpForm } from './AddUpForm.tsx';
import type { AddUpChoices } from './AddUpReading.tsx';
import { AddUpResult } from './AddUpResult.tsx';
import type { AddUpTable } from './add-up-source.ts';
import { useAddUpTable } from './use-add-up-table.ts';
import { useReconciliation } from './use-reconciliation.ts';
import './add-up.scss';

/** Checks the arithmetic of any printed table, in the browser: what is pasted goes nowhere. */
export function AddUpPage() {
  const { name } = useConsortium();
  const { example, isNamed, reading, setOwn } = useAddUpTable();
  const table = reading?.table ?? null;
  const [said, setSaid] = useState<{ of: AddUpTable; choices: AddUpChoices } | null>(null);
  const choices = said?.of === table ? said?.choices : undefined;
  const { isChecking, result, problem } = useReconciliation(table, choices);
  const answer = useRef<HTMLParagraphElement>(null);

  const arrivedNamed = useRef(isNamed);

  // The answer stands above what was pressed: the focus goes there, so that it is heard and seen.
  useEffect(() => {
    if (table && !arrivedNamed.current) answer.current?.focus();
    if (table) arrivedNamed.current = false;
  }, [table]);

  return (
    <Page
      title="Does this table add up?"
      subpages={<ReturnsPages />}
      context={name}
      lead={
        <p ref={answer} tabIndex={-1} role="status">
          {(isChecking ? 'Checking…' : (problem ?? result?.sentence)) ??
            'Paste a table from a paper, upload one, or choose one that a council has published.'}
        </p>
      }
    >
      {reading?.problem !== undefined && (
        <Notification tone="bad" role="alert">
          <p>{reading.problem}</p>
        </Notification>
      )}
      {table && result && (
        <AddUpResult
          table={table}
          result={result}
          choices={choices ?? {}}
          onChoices={(next) => setSaid({ of: table, choices: next })}
        />
      )}
      <section className="add-up-section add-up-other" aria-labelledby="add-up-other">
        <h2 id="add-up-other">{table ? 'Check another table' : 'Your table'}</h2>
        <AddUpForm onTable={setOwn} />
        <h2>Tables of five published papers</h2>
        <AddUpExamples chosen={example} />
      </section>
    </Page>
  );
}
