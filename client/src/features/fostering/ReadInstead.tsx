import { Link } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** What there is about fostering for somebody who reads no household one by one. */
export function ReadInstead() {
  const { code } = useConsortium();
  const { permissions } = useViewer();
  return (
    <>
      <p>What you can read instead:</p>
      <ul className="lines">
        <li>
          <Link to={`/${code}/fostering`}>Funnel</Link>: how many households reached each stage,
          month by month and authority by authority, as releases show it.
        </li>
        <li>
          <Link to={`/${code}/compare`}>Compare</Link>: the same figures side by side, and those of
          approved households and their places.
        </li>
        <li>
          <Link to={`/${code}/releases`}>Releases</Link>: each month’s figures as they were
          published.
        </li>
        {permissions.includes('reference:read') && (
          <li>
            <Link to={`/${code}/fostering/published`}>Published years</Link>: what papers and Ofsted
            print.
          </li>
        )}
      </ul>
    </>
  );
}
