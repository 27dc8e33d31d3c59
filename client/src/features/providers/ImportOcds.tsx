import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { DropZone } from '../../components/DropZone.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
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
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(false);
        }}
      >
        <ErrorSummary problems={problems} />
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
        <div className="actions">
          <Button type="submit" working={fetching ? 'Looking' : undefined}>
            Look at it
          </Button>
        </div>
      </form>
      {found && (
        <ImportNotices found={found.importOcds} working={fetching} onApply={() => send(true)} />
      )}
    </>
  );
}
