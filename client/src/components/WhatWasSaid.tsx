import type { Ref } from 'react';
import { Notification } from './Notification.tsx';

/** The sentence that says what was just done; nothing before anything was. */
export function WhatWasSaid(props: {
  readonly place: Ref<HTMLDivElement>;
  readonly sentence: string | null;
}) {
  return (
    <div role="status" ref={props.place} tabIndex={-1}>
      {props.sentence !== null && (
        <Notification tone="good">
          <p>{props.sentence}</p>
        </Notification>
      )}
    </div>
  );
}
