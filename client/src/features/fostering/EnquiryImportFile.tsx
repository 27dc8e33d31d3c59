import { ImportOneFile } from '../providers/ImportOneFile.tsx';
import { EnquiryImportFound } from './EnquiryImportFound.tsx';
import { ImportEnquiriesMutation } from './enquiry-mutations.ts';

/** Enquiries from a CSV file, as a CRM exports it. */
export function EnquiryImportFile() {
  return (
    <ImportOneFile
      label="File"
      hint="CSV, up to 5 MB and 5,000 enquiries. No names: the reference is your own system’s."
      accept=".csv,text/csv"
      document={ImportEnquiriesMutation}
      inputOf={(file, apply) => ({ file, apply })}
      about={
        <p>
          <a className="govuk-link" href="/exports/enquiries-template.csv" download>
            Template to fill in (CSV)
          </a>
          : its header has every column in use, and its example row is left out when it is read.
        </p>
      }
    >
      {({ found }, doing) => <EnquiryImportFound found={found} {...doing} />}
    </ImportOneFile>
  );
}
