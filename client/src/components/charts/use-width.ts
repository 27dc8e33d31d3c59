import type { RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';

/** The width of an element as it is now, in whole pixels, so that text in a chart keeps its size. */
export function useWidth<Element extends HTMLElement>(
  first: number,
): [RefObject<Element | null>, number] {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(first);

  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setWidth(Math.max(240, Math.floor(current.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  return [element, width];
}
