import { NavLink } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** Leads from one page about sharing to another; a preview only for those who may ask for one. */
export function SharingPages() {
  const { code } = useConsortium();
  const { permissions } = useViewer();
  return (
    <nav className="subpages" aria-label="Pages about sharing">
      <ul>
        <li>
          <NavLink end to={`/${code}/sharing`}>
            Who sees what
          </NavLink>
        </li>
        <li>
          <NavLink to={`/${code}/sharing/agreements`}>Agreements</NavLink>
        </li>
        {permissions.includes('sharing:preview') && (
          <li>
            <NavLink to={`/${code}/sharing/preview`}>Preview</NavLink>
          </li>
        )}
      </ul>
    </nav>
  );
}
