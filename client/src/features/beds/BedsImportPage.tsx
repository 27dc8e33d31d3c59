import { bedsTemplate } from '@sufficiency/shared/beds/beds-file.ts';
import { placeClosedReasons, placeStates } from '@sufficiency/shared/beds/places.ts';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { saveFile } from '../../components/charts/chart-download.ts';
import { DropZone } from '../../components/DropZone.tsx';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { ImportForm } from '../providers/ImportForm.tsx';
import { useImport } from '../providers/use-import.ts';
import { BedsImportFound } from './BedsImportFound.tsx';
import { BedsPages } from './BedsPages.tsx';
import { ImportBedsMutation } from './beds-import.ts';

const field = 'import-file';

/** Takes how places are from a file: first looked at, then done, all of it or nothing. */
export function BedsImportPage() {
  const { name } = useConsortium();
  const { permissions } = useViewer();
  const mayWrite = permissions.includes('beds:write');
  return (
    <Page
      title="Import how places are"
      context={name}
      subpages={<BedsPages />}
      lead={
        <p>
          {mayWrite
            ? 'A file is first only looked at: you see which homes it changes, which it confirms as they are, and what is wrong, by row and column. Nothing is done until you say so, and then all of it or nothing.'
            : 'How places are is said by a home’s provider, and by the authority on whose list it is.'}
        </p>
      }
    >
      {mayWrite && <BedsImportFile />}
    </Page>
  );
}

function BedsImportFile() {
  const [file, setFile] = useState<File | null>(null);
  const { found, problems, fetching, run, reset } = useImport(ImportBedsMutation, field);
  const send = async (apply: boolean) => {
    if (file === null) return reset([{ field, message: 'Choose a file' }]);
    await run({ csv: await file.text(), apply });
  };
  return (
    <>
      <ImportForm problems={problems} working={fetching} onLook={() => void send(false)}>
        <DropZone
          id={field}
          label="File"
          hint="CSV of your own homes, up to 5,000 rows. A row says how many places of a home are in a state; the rows of a home make up all its places. Nothing about a child."
          problem={problems[0]?.message}
          accept=".csv,text/csv"
          files={file === null ? [] : [file]}
          onFiles={(chosen) => {
            setFile(chosen[0] ?? null);
            reset();
          }}
        />
        <p>
          <Button
            kind="quiet"
            size="small"
            onClick={() =>
              saveFile(new Blob([bedsTemplate], { type: 'text/csv' }), 'beds-template.csv')
            }
          >
            Template to fill in (CSV)
          </Button>
        </p>
        <details>
          <summary>Words that a file may have</summary>
          <p>State: {placeStates.join(', ')}.</p>
          <p>
            Reason, with CLOSED alone:{' '}
            {placeClosedReasons.codes.map(({ code, label }) => `${code} (${label})`).join(', ')}.
          </p>
          <p>reserved_until, with RESERVED alone: a day, today or later, written 2026-03-31.</p>
        </details>
      </ImportForm>
      {found && (
        <BedsImportFound found={found.found} working={fetching} onApply={() => void send(true)} />
      )}
    </>
  );
}
