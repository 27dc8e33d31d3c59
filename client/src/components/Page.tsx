import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { classNames } from './class-names.ts';

/**
 * A page: its title in the browser, its heading, and the focus on that heading when a person
 * arrives by a link (but not when the page is the first one, where the browser's order holds).
 */
export function Page(props: {
  readonly title: string;
  /** What the page is part of, small above the heading and in the browser's title. */
  readonly context?: string | undefined;
  /** Leads to the other pages of the section. */
  readonly subpages?: ReactNode;
  /** The answer in a sentence, before any control. */
  readonly lead?: ReactNode;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  /** `wide` for tables that can use all of a projector; `text` for reading. */
  readonly width?: 'normal' | 'wide' | 'text';
  readonly children?: ReactNode;
}) {
  const { title, context, lead, actions, width = 'normal' } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const isFirst = key === 'default';

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another page, though drawn by the same component.
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className={classNames('page', `page--${width}`)}>
      <title>{[title, context, 'Sufficiency Exchange'].filter(Boolean).join(' – ')}</title>
      <div className="page__head">
        <div>
          {context !== undefined && <p className="page__context">{context}</p>}
          <h1 ref={heading} tabIndex={-1} className="page__title">
            {title}
          </h1>
        </div>
        {actions !== undefined && <div className="page__actions">{actions}</div>}
      </div>
      {props.subpages}
      {lead !== undefined && <div className="page__lead">{lead}</div>}
      {props.children}
    </div>
  );
}
