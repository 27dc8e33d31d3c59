import { useNavigate, useSearchParams } from 'react-router';
import { FieldChoices } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { EnquiryImportFile } from './EnquiryImportFile.tsx';
import { EnquiryImportReturn } from './EnquiryImportReturn.tsx';
import { FosteringPages } from './FosteringPages.tsx';

const sources = [
  {
    value: 'file',
    text: 'CSV of your own system',
    hint: 'One enquiry a row, with the day of each stage it has reached.',
  },
  {
    value: 'return',
    text: 'A return that was accepted',
    hint: 'The table fostering-events of a fostering return of yours.',
  },
] as const;

/** Takes enquiries from a file or a return: first looked at, then done, all of it or nothing. */
export function EnquiryImportPage() {
  const { name } = useConsortium();
  const { permissions } = useViewer();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const from = address.get('from') === 'return' ? 'return' : 'file';
  const mayWrite = permissions.includes('enquiry:write');
  return (
    <Page
      title="Import enquiries"
      context={name}
      subpages={<FosteringPages />}
      lead={
        <p>
          {mayWrite
            ? 'A file is first only looked at: you see what would be new, what happened since, and what is wrong, by row and column. Nothing is done until you say so, and then all of it or nothing.'
            : 'Enquiries are imported by the hub that takes them, and by the authorities that assess households.'}
        </p>
      }
    >
      {mayWrite && (
        <>
          <FieldChoices
            id="import-from"
            kind="radios"
            label="From"
            choices={sources}
            chosen={[from]}
            onChange={(value) =>
              void navigate(`?from=${value}`, { replace: true, preventScrollReset: true })
            }
          />
          {from === 'file' ? <EnquiryImportFile /> : <EnquiryImportReturn />}
        </>
      )}
    </Page>
  );
}
