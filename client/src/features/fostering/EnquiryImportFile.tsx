import { useState } from 'react';
import { DropZone } from '../../components/DropZone.tsx';
import { ImportForm } from '../providers/ImportForm.tsx';
import { useImport } from '../providers/use-import.ts';
import { EnquiryImportFound } from './EnquiryImportFound.tsx';
import { ImportEnquiriesMutation } from './enquiry-mutations.ts';

const field = 'import-file';

/** Enquiries from a CSV file, as a CRM exports it. */
export function EnquiryImportFile() {
  const [file, setFile] = useState<File | null>(null);
  const { found, problems, fetching, run, reset } = useImport(ImportEnquiriesMutation, field);
  const send = (apply: boolean) => {
    if (file === null) return reset([{ field, message: 'Choose a file' }]);
    void run({ file, apply });
  };
  return (
    <>
      <ImportForm problems={problems} working={fetching} onLook={() => send(false)}>
        <DropZone
          id={field}
          label="File"
          hint="CSV, up to 5 MB and 5,000 enquiries. No names: the reference is your own system’s."
          problem={problems[0]?.message}
          accept=".csv,text/csv"
          files={file === null ? [] : [file]}
          onFiles={(chosen) => {
            setFile(chosen[0] ?? null);
            reset();
          }}
        />
        <p>
          <a className="govuk-link" href="/exports/enquiries-template.csv" download>
            Template to fill in (CSV)
          </a>
          : its header has every column in use, and its example row is left out when it is read.
        </p>
      </ImportForm>
      {found && (
        <EnquiryImportFound found={found.found} working={fetching} onApply={() => send(true)} />
      )}
    </>
  );
}
