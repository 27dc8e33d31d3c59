import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { describeFailure } from '../../graphql/errors.ts';
import { uploadFetch } from '../../graphql/upload-fetch.ts';
import { ReturnProgressSubscription, SubmitReturnMutation } from './return-mutations.ts';
import type { GivenReturn } from './send-return.ts';
import { sendingName } from './send-return.ts';
import type { SendingProgress } from './sending-progress.ts';
import type { SendOutcome } from './sendings.ts';
import { sendingPlace } from './sendings.ts';
import { rememberSending, useSending } from './use-sending.ts';

const notYet: SendingProgress = { upload: null, server: null };

/**
 * Sends returns and tells how far they are. They are checked and kept, and submitted for approval by nobody yet.
 *
 * The same content sent again after an answer was lost makes no second version. A sending goes on when its page is
 * left; what became of it is then told by `useSending`.
 */
export function useSendReturn() {
  const client = useClient();
  const { sending } = useSending();
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const isHere = useIsHere();
  const last = useRef({ name: '', key: '' });

  const keyOf = (given: GivenReturn) => {
    const name = sendingName(given);
    if (last.current.name !== name) last.current = { name, key: crypto.randomUUID() };
    return last.current.key;
  };

  /**
   * @param title whose return, which and for when.
   * @returns null where the page was left meanwhile.
   */
  const send = async (given: GivenReturn, title: string): Promise<SendOutcome | null> => {
    const key = crypto.randomUUID();
    const place = sendingPlace(client);
    place.set({ key, title, progress: notYet, outcome: null });
    setOwnKey(key);
    rememberSending({ key, title });

    const outcome = await submit(client, {
      given,
      keys: { progressKey: key, idempotencyKey: keyOf(given) },
      onProgress: (change) =>
        place.update(key, (now) => ({
          ...now,
          progress: { ...(now.progress ?? notYet), ...change },
        })),
    });
    rememberSending(null);
    place.update(key, (now) => (isHere.current ? null : { ...now, progress: null, outcome }));
    return isHere.current ? outcome : null;
  };

  const isOwn = sending !== null && sending.key === ownKey;
  return {
    progress: isOwn ? sending.progress : null,
    isOtherUnderWay: sending !== null && !isOwn,
    send,
  };
}

function useIsHere() {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}

async function submit(
  client: ReturnType<typeof useClient>,
  asked: {
    readonly given: GivenReturn;
    readonly keys: { readonly progressKey: string; readonly idempotencyKey: string };
    readonly onProgress: (change: Partial<SendingProgress>) => void;
  },
): Promise<SendOutcome> {
  const { keys, onProgress } = asked;
  // It only tells how far the work is: whatever becomes of it, the sending goes on.
  const following = client
    .subscription(ReturnProgressSubscription, { key: keys.progressKey })
    .subscribe(({ data }) => data?.returnProgress && onProgress({ server: data.returnProgress }));
  const { authority, dataset, period, saying, files, afterVersion } = asked.given;
  const says = saying === 'files' ? { files: [...files] } : { [saying]: true };
  const input = { authority, dataset, period, ...says, afterVersion, ...keys, checkOnly: true };
  const { data, error } = await client
    .mutation(
      SubmitReturnMutation,
      { input },
      { fetch: uploadFetch((sent, total) => onProgress({ upload: { sent, total } })) },
    )
    .toPromise();
  following.unsubscribe();
  if (data && !error) return { sent: data.submitReturn, problem: null, isConflict: false };
  if (!error) return { sent: null, problem: 'The server gave no answer.', isConflict: false };
  const { code, message, advice, kind } = describeFailure(error);
  // What was refused says itself what to do.
  const problem = kind === 'refused' && code !== 'RATE_LIMITED' ? message : `${message} ${advice}`;
  return { sent: null, problem, isConflict: code === 'CONFLICT' };
}
