import { useState } from 'react';
import { DropZone } from '../../components/DropZone.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { endedMonths, writtenMonth } from '../returns/return-months.ts';
import { ImportForm } from './ImportForm.tsx';
import { ImportPurchases } from './ImportPurchases.tsx';
import { ImportTables } from './ImportTables.tsx';
import { ImportContractsMutation } from './import-queries.ts';
import { useImport } from './use-import.ts';

const field = 'import-files';

/** Memberships and block contracts from CSV files or a workbook. */
export function ImportFiles() {
  const { authorities } = useViewer();
  const months = endedMonths(todayInLondon(), 24);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [authority, setAuthority] = useState(authorities[0]?.code ?? '');
  const [month, setMonth] = useState(months[0] ?? '');
  const { found, problems, fetching, run, reset } = useImport(ImportContractsMutation, field);
  const send = (apply: boolean) => {
    if (files.length === 0) return reset([{ field, message: 'Choose a file' }]);
    void run({ authority, month, files: [...files], apply });
  };
  return (
    <>
      <ImportForm problems={problems} working={fetching} onLook={() => send(false)}>
        <div className="market-fields">
          <FieldSelect
            id="import-authority"
            label="Authority"
            options={authorities.map(({ code, name }) => ({ value: code, text: name }))}
            value={authority}
            onChange={({ target: { value } }) => {
              setAuthority(value);
              reset();
            }}
          />
          <FieldSelect
            id="import-month"
            label="Month that the rows are about"
            options={months.map((value) => ({ value, text: writtenMonth(value) }))}
            value={month}
            onChange={({ target: { value } }) => {
              setMonth(value);
              reset();
            }}
          />
        </div>
        <DropZone
          id={field}
          label="Files"
          hint="framework-memberships, block-contracts and placements-by-provider: a CSV file for each table, or a workbook with a sheet for each; 5 MB each. Placements by provider take the place of those recorded for the month."
          problem={problems[0]?.message}
          accept=".csv,.xlsx,text/csv"
          files={files}
          onFiles={(chosen) => {
            setFiles(chosen);
            reset();
          }}
        />
      </ImportForm>
      {found && (
        <ImportPurchases
          found={found.importContracts}
          working={fetching}
          onApply={() => send(true)}
        />
      )}
      <ImportTables />
    </>
  );
}
