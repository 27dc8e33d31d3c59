import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { AnyVariables, UseQueryState } from 'urql';
import type { Failure } from '../graphql/errors.ts';
import { describeFailure, isUnreadable } from '../graphql/errors.ts';
import { Button } from './Button.tsx';
import { Notification } from './Notification.tsx';

interface QueryStateProps<Data> {
  readonly result: UseQueryState<Data, AnyVariables>;
  /** What is being read, in lower case, for “Loading …”. */
  readonly title: string;
  /** Asks again. */
  readonly retry: () => void;
  readonly isEmpty?: (data: Data) => boolean;
  /** What to show when there is nothing: say why, and what to do. */
  readonly empty?: ReactNode;
  /** True where an address names the one thing that is asked for: of an id that cannot be read there is none. */
  readonly isNamed?: boolean;
  /** How high the answer will be, so that the page does not jump. Unit: lines of text. */
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/**
 * The states of a query, so that no page forgets one: loading, failed, empty, ready; and ready but
 * old, which keeps the figures on the screen and says “Updating…”.
 */
export function QueryState<Data>(props: QueryStateProps<Data>) {
  const { data, error, fetching, stale } = props.result;
  if (isNowhere(props)) return <div className="empty">{props.empty}</div>;

  if (data === undefined || data === null) {
    if (error && !fetching) {
      return <Failed failure={describeFailure(error)} title={props.title} retry={props.retry} />;
    }
    return <Loading title={props.title} lines={props.lines ?? 6} />;
  }

  const isEmpty = props.isEmpty?.(data) ?? false;
  return (
    <>
      <p className="updating" role="status">
        {stale || fetching ? 'Updating…' : ''}
      </p>
      {error && <Failed failure={describeFailure(error)} title={props.title} retry={props.retry} />}
      {isEmpty ? <div className="empty">{props.empty}</div> : props.children(data)}
    </>
  );
}

/** Whether there is nothing of what an address names, as its id cannot even be read. */
function isNowhere<Data>({ isNamed, isEmpty, result }: QueryStateProps<Data>): boolean {
  const { data, error, fetching } = result;
  if (!isNamed || fetching || !error || !isUnreadable(error)) return false;
  return !data || (isEmpty?.(data) ?? false);
}

/** A quiet outline at first; after a second it says what it is waiting for. */
function Loading(props: { readonly title: string; readonly lines: number }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 1000);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className="loading">
      <p className="loading__words" role="status">
        {slow ? `Loading ${props.title}…` : ''}
      </p>
      <div className="loading__outline" aria-hidden="true">
        {Array.from({ length: props.lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of an outline have no identity.
          <span key={line} />
        ))}
      </div>
    </div>
  );
}

function Failed(props: {
  readonly failure: Failure;
  readonly title: string;
  readonly retry: () => void;
}) {
  return (
    <Notification tone="bad" role="alert" title={`Could not load ${props.title}`}>
      <p>
        {props.failure.message} {props.failure.advice}
      </p>
      {props.failure.code !== 'FORBIDDEN' && (
        <Button kind="secondary" size="small" onClick={props.retry}>
          Try again
        </Button>
      )}
    </Notification>
  );
}
