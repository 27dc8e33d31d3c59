import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../access/SessionGate.tsx';
import { reminderSentence } from './return-reminder.ts';
import { ReturnReminderQuery } from './return-reminder-query.ts';

/** Reminds those who send or approve returns of what is late, due or waits for them; asks nothing for others. */
export function ReturnReminder({ consortium }: { readonly consortium: string }) {
  const { authorities, permissions } = useViewer();
  const own = authorities.map(({ code }) => code);
  const isTold =
    own.length > 0 &&
    (permissions.includes('return:submit') || permissions.includes('return:approve'));
  const [{ data }] = useQuery({
    query: ReturnReminderQuery,
    variables: { consortium },
    requestPolicy: 'cache-and-network',
    pause: !isTold,
  });
  const sentence = data
    ? reminderSentence(data.returnCalendar.authorities, { own, permissions })
    : null;
  if (sentence === null) return null;
  return (
    <p>
      {sentence} <Link to={`/${consortium}/returns`}>See returns</Link>
    </p>
  );
}
