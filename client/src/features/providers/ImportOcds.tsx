import { useState } from 'react';
import { DropZone } from '../../components/DropZone.tsx';
import { ImportForm } from './ImportForm.tsx';
import { ImportNotices } from './ImportNotices.tsx';
import { ImportOcdsMutation } from './import-queries.ts';
import { useImport } from './use-import.ts';

const field = 'import-notices';

/** Frameworks and whom they award from contract notices. */
export function ImportOcds() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const { found, problems, fetching, run, reset } = useImport(ImportOcdsMutation, field);
  const [file] = files;
  const send = (apply: boolean) => {
    if (!file || files.length > 1) {
      return reset([{ field, message: 'Choose one file' }]);
    }
    void run({ file, apply });
  };
  return (
    <>
      <ImportForm problems={problems} working={fetching} onLook={() => send(false)}>
        <DropZone
          id={field}
          label="File of notices"
          hint="JSON of OCDS 1.1: a package of releases, or one release; 5 MB at most. A revised notice is a later version of its framework."
          problem={problems[0]?.message}
          accept=".json,application/json"
          files={files}
          onFiles={(chosen) => {
            setFiles(chosen);
            reset();
          }}
        />
      </ImportForm>
      {found && (
        <ImportNotices found={found.importOcds} working={fetching} onApply={() => send(true)} />
      )}
    </>
  );
}
