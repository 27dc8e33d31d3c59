import type { ReactNode } from 'react';

/** A short word of state beside a thing. The tone only adds to what the word says. */
export function Tag(props: {
  readonly tone?: 'neutral' | 'accent' | 'good' | 'warn' | 'bad';
  readonly children: ReactNode;
}) {
  return <strong className={`tag tag--${props.tone ?? 'neutral'}`}>{props.children}</strong>;
}
