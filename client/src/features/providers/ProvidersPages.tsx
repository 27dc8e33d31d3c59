import { Subpages } from '../../components/Subpages.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { useUnread } from './use-unread.ts';

/** Leads from one page about providers to another. */
export function ProvidersPages() {
  const { code } = useConsortium();
  const { permissions } = useViewer();
  const unread = useUnread();
  const first = `/${code}/providers`;
  return (
    <Subpages
      label="Pages about providers"
      first={{ to: first, title: 'Register' }}
      others={[
        { to: `${first}/changes`, title: 'Changes' },
        { to: `${first}/market/frameworks`, title: 'Frameworks' },
        { to: `${first}/market/coverage`, title: 'Coverage' },
        { to: `${first}/market/recommissioning`, title: 'Recommissioning' },
        { to: `${first}/market/contracts`, title: 'Block contracts' },
        ...(permissions.includes('provider:read') ? staffPages(`${first}/market`, unread) : []),
      ]}
    />
  );
}

/** Pages that are for authorities and hubs: providers are not told of one another. */
const staffPages = (market: string, unread: number) => [
  { to: `${market}/exposure`, title: 'Exposure' },
  { to: `${market}/fees`, title: 'Fees' },
  { to: `${market}/flows`, title: 'Local capacity' },
  {
    to: `${market}/watch`,
    title: unread === 0 ? 'Judgement watch' : `Judgement watch (${unread} unread)`,
  },
];
