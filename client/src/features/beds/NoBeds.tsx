import { Link } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** Says who reads homes, and what there is instead, to somebody who does not. */
export function NoBeds() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  return (
    <Page
      title="Beds"
      context={name}
      lead={
        <p>
          Homes and their places are read by those who run or hold them, and by placement officers
          where an agreement shows their beds: how full a small home is tells of the children in it.
        </p>
      }
    >
      <p>What you can read instead:</p>
      <ul className="lines">
        <li>
          <Link to={`/${code}/compare`}>Compare</Link>: registered, usable, occupied and vacant beds
          of authorities, month by month, as agreements and releases show them.
        </li>
        <li>
          <Link to={`/${code}/releases`}>Releases</Link>: each month’s figures as they were
          published.
        </li>
        {permissions.includes('reference:read') && (
          <li>
            <Link to={`/${code}/beds/published`}>Published occupancy</Link>: what two councils
            printed.
          </li>
        )}
      </ul>
    </Page>
  );
}
