import { ImportNotices } from './ImportNotices.tsx';
import { ImportOneFile } from './ImportOneFile.tsx';
import { ImportOcdsMutation } from './import-queries.ts';

/** Frameworks and whom they award from contract notices. */
export function ImportOcds() {
  return (
    <ImportOneFile
      label="File of notices"
      hint="JSON of OCDS 1.1: a package of releases, or one release; 5 MB at most. A revised notice is a later version of its framework."
      accept=".json,application/json"
      document={ImportOcdsMutation}
      inputOf={(file, apply) => ({ file, apply })}
    >
      {({ importOcds }, doing) => <ImportNotices found={importOcds} {...doing} />}
    </ImportOneFile>
  );
}
