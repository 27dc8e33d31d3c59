import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { describeFailure } from '../../graphql/errors.ts';
import { uploadFetch } from '../../graphql/upload-fetch.ts';
import { ReturnProgressSubscription, SubmitReturnMutation } from './return-mutations.ts';
import type { Return } from './return-queries.ts';
import type { GivenReturn } from './send-return.ts';
import { sendingName } from './send-return.ts';
import type { SendingProgress } from './sending-progress.ts';

/** How a sending went. */
export type SendOutcome =
  | { readonly sent: Return; readonly problem: null; readonly isConflict: false }
  | { readonly sent: null; readonly problem: string; readonly isConflict: boolean };

const notYet: SendingProgress = { upload: null, server: null };

/**
 * Sends returns and tells how far they are. They are checked and kept, and submitted for approval by nobody yet.
 *
 * The same content sent again after an answer was lost makes no second version.
 */
export function useSendReturn() {
  const client = useClient();
  const [progress, setProgress] = useState<SendingProgress | null>(null);
  const last = useRef({ name: '', key: '' });

  const keyOf = (given: GivenReturn) => {
    const name = sendingName(given);
    if (last.current.name !== name) last.current = { name, key: crypto.randomUUID() };
    return last.current.key;
  };

  const send = async (given: GivenReturn): Promise<SendOutcome> => {
    setProgress(notYet);
    const progressKey = crypto.randomUUID();
    const update = (change: Partial<SendingProgress>) =>
      setProgress((before) => before && { ...before, ...change });
    // It only tells how far the work is: whatever becomes of it, the sending goes on.
    const following = client
      .subscription(ReturnProgressSubscription, { key: progressKey })
      .subscribe(({ data }) => data?.returnProgress && update({ server: data.returnProgress }));
    const { authority, dataset, period, saying, files, afterVersion } = given;
    const idempotencyKey = keyOf(given);
    const says = saying === 'files' ? { files: [...files] } : { [saying]: true };
    const input = {
      authority,
      dataset,
      period,
      ...says,
      afterVersion,
      idempotencyKey,
      progressKey,
    };
    const { data, error } = await client
      .mutation(
        SubmitReturnMutation,
        { input: { ...input, checkOnly: true } },
        { fetch: uploadFetch((sent, total) => update({ upload: { sent, total } })) },
      )
      .toPromise();
    following.unsubscribe();
    setProgress(null);
    if (data && !error) return { sent: data.submitReturn, problem: null, isConflict: false };
    if (!error) return { sent: null, problem: 'The server gave no answer.', isConflict: false };
    const { code, message, advice, kind } = describeFailure(error);
    // What was refused says itself what to do.
    const problem =
      kind === 'refused' && code !== 'RATE_LIMITED' ? message : `${message} ${advice}`;
    return { sent: null, problem, isConflict: code === 'CONFLICT' };
  };

  return { progress, send };
}
