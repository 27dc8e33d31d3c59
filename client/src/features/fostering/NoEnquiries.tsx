import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FosteringPages } from './FosteringPages.tsx';

/** Says who reads enquiries, to somebody who does not. */
export function NoEnquiries() {
  const { name } = useConsortium();
  return (
    <Page
      title="Enquiries"
      context={name}
      subpages={<FosteringPages />}
      lead={
        <p>
          Enquiries one by one are read by the hub that took them, and by the authority each is
          attributed to.
        </p>
      }
    />
  );
}
