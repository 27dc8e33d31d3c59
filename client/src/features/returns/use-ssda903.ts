import type { ReturnSubject } from '@sufficiency/shared/returns/sources/ssda903/month-tables.ts';
import { useEffect, useRef, useState } from 'react';
import type { AggregateMessage, AggregateRequest, Counted } from './aggregate-worker.ts';

/** A finished count: of which files, and for whom. */
export interface Ssda903Count {
  readonly counted: Counted;
  readonly fileNames: readonly string[];
  readonly subject: ReturnSubject;
}

/** How far a count is. Unit of progress: bytes. */
export type Ssda903State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'counting'; readonly done: number; readonly total: number }
  | { readonly kind: 'counted'; readonly count: Ssda903Count }
  | { readonly kind: 'failed'; readonly message: string };

/** Counts files in a worker of this page. They are read there and forgotten with it; nothing of them is kept. */
export function useSsda903() {
  const [state, setState] = useState<Ssda903State>({ kind: 'idle' });
  const worker = useRef<Worker>(null);

  const stop = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page goes.
  useEffect(() => stop, []);

  const start = (files: readonly File[], subject: ReturnSubject) => {
    stop();
    const counting = new Worker(new URL('./aggregate-worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.current = counting;
    setState({ kind: 'counting', done: 0, total: files.reduce((sum, { size }) => sum + size, 0) });

    counting.addEventListener('message', ({ data }: MessageEvent<AggregateMessage>) => {
      if (data.kind === 'progress') {
        setState({ ...data, kind: 'counting' });
        return;
      }
      stop();
      if (data.kind === 'failed') {
        setState(data);
        return;
      }
      const fileNames = files.map(({ name }) => name);
      setState({ kind: 'counted', count: { counted: data.counted, fileNames, subject } });
    });
    counting.addEventListener('error', () => {
      stop();
      setState({ kind: 'failed', message: 'The files could not be counted in this browser.' });
    });
    counting.postMessage({ files, subject } satisfies AggregateRequest);
  };

  const cancel = () => {
    stop();
    setState({ kind: 'idle' });
  };
  return { state, start, cancel };
}
