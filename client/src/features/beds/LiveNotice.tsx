import { writtenMoment } from '../returns/return-words.ts';
import { countsSentence, homeName } from './home-words.ts';
import type { LiveHomes } from './use-live.ts';

/** Says whether the page is live, when it last heard, and what changed last: aloud, but never in anybody’s way. */
export function LiveNotice(props: { readonly live: LiveHomes }) {
  const { heardAt, latest } = props.live;
  return (
    <div className="live-notice">
      <p>
        {liveWords(props.live)}
        {heardAt !== null && `Last heard from the server ${writtenMoment(heardAt)}.`}
      </p>
      <p role="status">
        {latest !== null && `Changed: ${homeName(latest)}, ${countsSentence(latest.counts)}.`}
      </p>
    </div>
  );
}

function liveWords({ isConnected, heardAt }: LiveHomes): string {
  if (isConnected) return 'Live. ';
  return heardAt === null ? 'Connecting, to follow changes.' : 'Not live: connecting again. ';
}
