import { ImportAccepted } from '../providers/ImportAccepted.tsx';
import { EnquiryImportFound } from './EnquiryImportFound.tsx';
import { TakeEnquiriesMutation } from './enquiry-mutations.ts';

/** Enquiries from the events of an accepted fostering return of one’s own. */
export function EnquiryImportReturn() {
  return (
    <ImportAccepted
      dataset="fostering"
      none="No fostering return of yours was accepted yet."
      document={TakeEnquiriesMutation}
    >
      {({ found }, doing) => <EnquiryImportFound found={found} {...doing} />}
    </ImportAccepted>
  );
}
