import { Link, Outlet } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** Shows returns to those who may read them, and leads others to what is open to them. */
export function ReturnsGate() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  if (permissions.includes('return:read')) return <Outlet />;

  return (
    <Page
      title="Returns"
      context={name}
      width="text"
      lead={<p>Returns are read by authorities and their hub, in roles that yours is not among.</p>}
    >
      <p>
        <Link to={`/${code}/returns/add-up`}>Does this table add up?</Link> checks the arithmetic of
        any printed table.
      </p>
    </Page>
  );
}
