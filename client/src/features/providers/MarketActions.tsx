import { Link } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { importAddress } from './market-address.ts';

/** Leads whoever keeps frameworks or contracts to where files of them are read; nobody else. */
export function MarketActions() {
  const { code } = useConsortium();
  const { permissions } = useViewer();
  if (!permissions.includes('framework:write') && !permissions.includes('contract:write')) {
    return null;
  }
  return (
    <Link className="govuk-button govuk-button--secondary" to={importAddress(code)}>
      Import
    </Link>
  );
}
