import type { ReactNode } from 'react';

/**
 * A note above the page's content.
 *
 * `alert` interrupts a screen reader and is for what stops a person; `status` waits its turn.
 */
export function Notification(props: {
  readonly tone?: 'neutral' | 'good' | 'warn' | 'bad';
  readonly role?: 'status' | 'alert';
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={`notification notification--${props.tone ?? 'neutral'}`} role={props.role}>
      {props.title !== undefined && <p className="notification__title">{props.title}</p>}
      {props.children}
    </div>
  );
}
