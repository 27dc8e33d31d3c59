import { Subpages } from '../../components/Subpages.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** Leads from one page about returns to another, as far as the viewer may. */
export function ReturnsPages() {
  const { code } = useConsortium();
  const { permissions, authorities } = useViewer();
  const sends = permissions.includes('return:submit') && authorities.length > 0;
  const page = (path: string, title: string) => ({ to: `/${code}/returns/${path}`, title });
  return (
    <Subpages
      label="Pages about returns"
      first={{ to: `/${code}/returns`, title: 'Calendar' }}
      others={[
        ...(sends ? [page('send', 'Send a return')] : []),
        ...(permissions.includes('return:read') ? [page('formats', 'Templates and formats')] : []),
        page('add-up', 'Does this table add up?'),
        ...(authorities.length > 0 ? [page('ssda903', 'Count SSDA903 files')] : []),
      ]}
    />
  );
}
