const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** Bytes as millions of them: “3.2”. */
export const megabytes = (bytes: number): string => number.format(bytes / 1_000_000);

/** How far a sending is: on its way, then on the server. */
export interface SendingProgress {
  /** Bytes sent, and all of them; null before the first. */
  readonly upload: { readonly sent: number; readonly total: number } | null;
  /** What the server says of it; null where it says nothing, which stops nothing. */
  readonly server: {
    readonly stage: string;
    readonly done: number;
    readonly total: number | null;
  } | null;
}

const stages: Readonly<Record<string, string>> = {
  received: 'The server has it',
  reading: 'Reading it',
  checking: 'Checking it',
  storing: 'Keeping it',
};

/** How far it is in words, and as a part of a whole where that is known. */
export function sendingWords({ upload, server }: SendingProgress): {
  readonly words: string;
  readonly done: number;
  readonly total: number | null;
} {
  if (server && server.stage !== 'failed') {
    const { stage, done, total } = server;
    const words = stages[stage] ?? 'Nearly done';
    if (stage !== 'reading' || !total) return { words, done, total: null };
    return { words: `${words}: ${megabytes(done)} of ${megabytes(total)} MB`, done, total };
  }
  if (upload === null || upload.sent >= upload.total) {
    return { words: upload ? 'Waiting for the server' : 'Sending', done: 0, total: null };
  }
  const { sent, total } = upload;
  return {
    words: `Sent ${megabytes(sent)} of ${megabytes(total)} MB`,
    done: sent,
    total,
  };
}
