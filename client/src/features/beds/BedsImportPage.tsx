import { bedsTemplate } from '@sufficiency/shared/beds/beds-file.ts';
import { placeClosedReasons, placeStates } from '@sufficiency/shared/beds/places.ts';
import { Button } from '../../components/Button.tsx';
import { saveFile } from '../../components/charts/chart-download.ts';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { ImportOneFile } from '../providers/ImportOneFile.tsx';
import { BedsImportFound } from './BedsImportFound.tsx';
import { BedsPages } from './BedsPages.tsx';
import { ImportBedsMutation } from './beds-import.ts';

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
  return (
    <ImportOneFile
      label="File"
      hint="CSV of your own homes, up to 5,000 rows. A row says how many places of a home are in a state; the rows of a home make up all its places. Nothing about a child."
      accept=".csv,text/csv"
      document={ImportBedsMutation}
      inputOf={async (file, apply) => ({ csv: await file.text(), apply })}
      about={<AboutFile />}
    >
      {({ found }, doing) => <BedsImportFound found={found} {...doing} />}
    </ImportOneFile>
  );
}

function AboutFile() {
  return (
    <>
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
    </>
  );
}
