import { useState } from 'react';
import { DropZone } from '../../components/DropZone.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { ImportForm } from '../providers/ImportForm.tsx';
import { ImportProblems } from '../providers/ImportProblems.tsx';
import { ImportResult } from '../providers/ImportResult.tsx';
import { useImport } from '../providers/use-import.ts';
import {
  householdImportSentence,
  householdOutcome,
  ImportHouseholdsMutation,
} from './household-import.ts';

const field = 'household-files';

/** How many rows are listed; the sentence above counts all. */
const shown = 200;

/** Households of an authority, and how their places are used, from CSV: first looked at, then all of it or nothing. */
export function HouseholdImport(props: {
  readonly authority: { readonly code: string; readonly name: string };
}) {
  const { code, name } = props.authority;
  const [files, setFiles] = useState<readonly File[]>([]);
  const { found, problems, fetching, run, reset } = useImport(ImportHouseholdsMutation, field);
  const send = (apply: boolean) => {
    if (files.length === 0) return reset([{ field, message: 'Choose a file' }]);
    void run({ authority: code, files: [...files], apply });
  };
  return (
    <details className="market-form">
      <summary>Import households and places of {name}</summary>
      <ImportForm problems={problems} working={fetching} onLook={() => send(false)}>
        <DropZone
          id={field}
          label="Files"
          hint="CSV, up to 5 MB: one of households, one of how places are used, or both. No names: the reference is your own system’s."
          problem={problems[0]?.message}
          accept=".csv,text/csv"
          files={files}
          onFiles={(chosen) => {
            setFiles(chosen);
            reset();
          }}
        />
        <p className="section__note">
          Templates to fill in (CSV):{' '}
          <a className="govuk-link" href="/exports/fostering-households-template.csv" download>
            households
          </a>
          ,{' '}
          <a className="govuk-link" href="/exports/fostering-places-template.csv" download>
            how places are used
          </a>
          . Their example rows are left out. A household that is known is not changed by a file, but
          for its deregistration: what differs is refused.
        </p>
      </ImportForm>
      {found && (
        <ImportResult
          sentence={householdImportSentence(found.found)}
          applied={found.found.applied}
          hasProblems={found.found.problems.length > 0}
          changes={found.found.items.some(({ outcome }) => outcome !== 'UNCHANGED')}
          working={fetching}
          onApply={() => send(true)}
        >
          <ImportProblems
            problems={found.found.problems.map(({ file, ...problem }) => ({
              ...problem,
              table: file,
            }))}
          />
          <Rows
            label="What becomes of each row"
            rows={found.found.items.slice(0, shown).map(({ file, row, reference, outcome }) => ({
              where: `${file}, row ${row}`,
              what: `${reference}: ${householdOutcome[outcome]}`,
            }))}
          />
          {found.found.items.length > shown && (
            <p className="section__note">
              Shown are the first {shown} of {found.found.items.length.toLocaleString('en-GB')}{' '}
              rows.
            </p>
          )}
        </ImportResult>
      )}
    </details>
  );
}

function Rows(props: {
  readonly label: string;
  readonly rows: readonly { readonly where: string; readonly what: string }[];
}) {
  const { label, rows } = props;
  if (rows.length === 0) return null;
  return (
    <TableRegion label={label}>
      <table className="table">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">{label}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ where, what }) => (
            <tr key={`${where} ${what}`}>
              <th scope="row">{where}</th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
