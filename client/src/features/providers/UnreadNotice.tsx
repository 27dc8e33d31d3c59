import { Link } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useUnread } from './use-unread.ts';
import { unreadSentence } from './watch-words.ts';

/** Tells whoever buys of judgements that fell and that they have not read of; nothing where there is none. */
export function UnreadNotice() {
  const { code } = useConsortium();
  const sentence = unreadSentence(useUnread());
  if (sentence === null) return null;
  return (
    <p>
      {sentence} <Link to={`/${code}/providers/market/watch`}>See the judgement watch</Link>
    </p>
  );
}
