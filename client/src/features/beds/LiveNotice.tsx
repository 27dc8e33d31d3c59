import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { writtenMoment } from '../returns/return-words.ts';
import { countsSentence, homeName } from './home-words.ts';
import type { LiveHomes } from './use-live.ts';

/**
 * Says whether the page is live, when it last heard, and what changed last: aloud, but never in anybody’s way. It is as high
 * before a change as after it, so that nothing below it moves.
 */
export function LiveNotice(props: {
  readonly live: LiveHomes;
  /** What did not change before anything did. */
  readonly what?: string;
  readonly children?: ReactNode;
}) {
  const { what = 'No home has' } = props;
  const { heardAt, latest } = props.live;
  return (
    <div className="live-notice">
      <p className="live-notice__connection">
        {liveWords(props.live)} {heardWords(heardAt)}
      </p>
      <p className="live-notice__latest" role="status">
        {latest === null
          ? `${what} changed since you opened this page.`
          : `Changed: ${homeName(latest)}, ${countsSentence(latest.counts)}.`}
      </p>
      {props.children}
    </div>
  );
}

/** The same on a wall, where the moment of a change would tell of a home that is too small to show. */
export function LiveWallNotice({ live }: { readonly live: LiveHomes }) {
  return (
    <div className="live-notice">
      <p>
        {liveWords(live)} {!live.isConnected && heardWords(live.heardAt)}
      </p>
    </div>
  );
}

/** Reads a list anew when its reader wants it. Always there, so that its coming moves nothing. */
export function ReadAgain(props: {
  /** How much there was to hear of since the page was opened. */
  readonly news: number;
  readonly title: string;
  readonly onPress: () => void;
}) {
  const { news, title, onPress } = props;
  const [seen, setSeen] = useState(0);
  return (
    <p className="live-notice__again">
      <Button
        kind="secondary"
        size="small"
        onClick={() => {
          setSeen(news);
          onPress();
        }}
      >
        {title}
      </Button>
      <span role="status">{news > seen && 'The list may be out of date.'}</span>
    </p>
  );
}

function liveWords({ isConnected, heardAt }: LiveHomes): string {
  if (isConnected) return 'Live.';
  return heardAt === null ? 'Connecting, to follow changes.' : 'Not live: connecting again.';
}

const heardWords = (heardAt: string | null): string =>
  heardAt === null ? '' : `Last heard from the server ${writtenMoment(heardAt)}.`;
