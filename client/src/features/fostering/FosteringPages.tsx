import { Subpages } from '../../components/Subpages.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** Leads from one page about recruiting and keeping foster carers to another. */
export function FosteringPages() {
  const { code } = useConsortium();
  const { permissions } = useViewer();
  const first = `/${code}/fostering`;
  return (
    <Subpages
      label="Pages about fostering"
      first={{ to: first, title: 'Funnel' }}
      others={[
        ...(permissions.includes('enquiry:read') ? recordPages(first) : []),
        ...(permissions.includes('reference:read')
          ? [{ to: `${first}/published`, title: 'Published years' }]
          : []),
      ]}
    />
  );
}

/** Pages that are made of enquiries and households one by one. */
const recordPages = (first: string) => [
  { to: `${first}/day`, title: 'The day' },
  { to: `${first}/enquiries`, title: 'Enquiries' },
  { to: `${first}/clocks`, title: 'Clocks' },
  { to: `${first}/targets`, title: 'Targets' },
  { to: `${first}/retention`, title: 'Retention' },
  { to: `${first}/drop-out`, title: 'Drop-out' },
  { to: `${first}/stages`, title: 'Stages' },
];
