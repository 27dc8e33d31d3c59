import { Subpages } from '../../components/Subpages.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** Leads from one page about sharing to another; a preview only for those who may ask for one. */
export function SharingPages() {
  const { code } = useConsortium();
  const { permissions } = useViewer();
  const preview = { to: `/${code}/sharing/preview`, title: 'Preview' };
  return (
    <Subpages
      label="Pages about sharing"
      first={{ to: `/${code}/sharing`, title: 'Who sees what' }}
      others={[
        { to: `/${code}/sharing/agreements`, title: 'Agreements' },
        ...(permissions.includes('sharing:preview') ? [preview] : []),
      ]}
    />
  );
}
