import { useQuery } from 'urql';
import { useViewer } from '../access/SessionGate.tsx';
import { UnreadQuery } from './unread-query.ts';

/** How many notifications of fallen judgements the viewer has not read; asks nothing for those who buy nothing. */
export function useUnread(): number {
  const { authorities, permissions } = useViewer();
  const [{ data }] = useQuery({
    query: UnreadQuery,
    pause: authorities.length === 0 || !permissions.includes('provider:read'),
  });
  return data?.notifications.unreadCount ?? 0;
}
