import type { ReactNode } from 'react';

/** A name and what it stands for, in a `<dl className="facts">`; nothing where there is nothing to say. */
export function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  if (props.children === null || props.children === '') return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
