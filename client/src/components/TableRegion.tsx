import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';

/**
 * Holds a table wider than the screen: it scrolls inside this region, header and first column
 * stay in sight, and the keyboard can reach it when there is something to scroll to.
 *
 * Give it a `<table className="table">` whose caption may be visually hidden.
 */
export function TableRegion(props: {
  /** Names the region for screen readers; the caption's words. */
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const region = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const look = () =>
      setScrolls(
        element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1,
      );
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);

  return (
    <section
      ref={region}
      className={classNames('table-region', props.className)}
      aria-label={props.label}
      tabIndex={scrolls ? 0 : undefined}
    >
      {props.children}
    </section>
  );
}
