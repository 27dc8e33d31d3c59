import type { Permission } from '@sufficiency/shared/access/permissions.ts';
import { Subpages } from '../../components/Subpages.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** Pages that not everybody has who reads about homes. */
const subpages: readonly {
  readonly path: string;
  readonly title: string;
  readonly permission: Permission;
}[] = [
  { path: 'history', title: 'History', permission: 'beds:read' },
  { path: 'plans', title: 'Places planned', permission: 'beds:read' },
  { path: 'referrals', title: 'Referrals', permission: 'beds:find' },
  { path: 'import', title: 'Import', permission: 'beds:write' },
  { path: 'published', title: 'Published occupancy', permission: 'reference:read' },
];

/** Leads from one page about homes to another. */
export function BedsPages() {
  const { code } = useConsortium();
  const { permissions } = useViewer();
  const first = `/${code}/beds`;
  const finds = permissions.includes('beds:find');
  if (!permissions.includes('beds:read')) return null;
  return (
    <Subpages
      label="Pages about beds"
      first={{ to: first, title: finds ? 'Find a home' : 'Homes' }}
      others={[
        ...(finds ? [{ to: `${first}/homes`, title: 'Homes' }] : []),
        { to: `${first}/region`, title: 'The region today' },
        { to: `${first}/confirmations`, title: 'Who confirms' },
        ...subpages
          .filter(({ permission }) => permissions.includes(permission))
          .map(({ path, title }) => ({ to: `${first}/${path}`, title })),
      ]}
    />
  );
}
