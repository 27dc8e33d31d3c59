import type { Reconciliation } from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { reconciliationFile } from '@sufficiency/shared/returns/reconcile/reconciliation-file.ts';
import { Button } from '../../components/Button.tsx';
import { saveFile } from '../../components/charts/chart-download.ts';
import { AddUpFindings } from './AddUpFindings.tsx';
import type { AddUpChoices } from './AddUpReading.tsx';
import { AddUpReading } from './AddUpReading.tsx';
import { AddUpTableView } from './AddUpTableView.tsx';
import type { AddUpTable } from './add-up-source.ts';

/** What was found in a table, the table itself, what could not be checked, and how it was read. */
export function AddUpResult(props: {
  readonly table: AddUpTable;
  readonly result: Reconciliation;
  readonly choices: AddUpChoices;
  readonly onChoices: (choices: AddUpChoices) => void;
}) {
  const { table, result } = props;
  const download = () =>
    saveFile(
      // Excel reads UTF-8 only behind a byte order mark.
      new Blob(['\uFEFF', reconciliationFile(table, result)], { type: 'text/csv' }),
      'does-not-add-up.csv',
    );

  return (
    <>
      <section className="add-up-section" aria-labelledby="add-up-found">
        <h2 id="add-up-found">What does not add up</h2>
        {result.findings.length === 0 ? (
          <p>Nothing was found. What rounding of the printed figures explains is no fault.</p>
        ) : (
          <AddUpFindings findings={result.findings} />
        )}
      </section>
      <section className="add-up-section" aria-labelledby="add-up-table">
        <h2 id="add-up-table">The table</h2>
        <div className="add-up-actions">
          <Button kind="secondary" size="small" onClick={download}>
            Download as CSV with findings
          </Button>
          <Button kind="secondary" size="small" onClick={() => window.print()}>
            Print
          </Button>
        </div>
        <AddUpTableView table={table} result={result} />
        <AddUpReading
          table={table}
          // What was said since stands before the answer to it.
          reading={{ ...result.reading, ...props.choices }}
          choices={props.choices}
          onChange={props.onChoices}
        />
      </section>
      {result.unchecked.length > 0 && (
        <section className="add-up-section" aria-labelledby="add-up-open">
          <h2 id="add-up-open">What could not be checked</h2>
          <ul className="govuk-list govuk-list--bullet">
            {result.unchecked.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>What is not given is never taken for zero, and never worked out from the rest.</p>
        </section>
      )}
    </>
  );
}
