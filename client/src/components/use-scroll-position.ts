import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** How long a page that is going back to a place may take to grow to its height. Unit: ms. */
const patience = 2000;

const places = new Map<string, number>();

/**
 * Starts a new page at its top and brings a person who goes back to where they were, also when the
 * page must first fetch what it shows. A change within a page (its query string) moves nothing.
 */
export function useScrollPosition(): void {
  const { key, pathname } = useLocation();
  const type = useNavigationType();

  useEffect(() => {
    history.scrollRestoration = 'manual';
    const remember = () => places.set(key, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another page scrolls, not another state of this one.
  useEffect(() => {
    const place = type === 'POP' ? (places.get(key) ?? 0) : 0;
    window.scrollTo(0, place);
    if (window.scrollY >= place) return;
    return scrollWhenHighEnough(place);
  }, [pathname]);
}

/** Waits for the page to grow, unless the person scrolls meanwhile. Answers how to stop. */
function scrollWhenHighEnough(place: number): () => void {
  const observer = new ResizeObserver(() => {
    window.scrollTo(0, place);
    if (window.scrollY >= place) stop();
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    window.removeEventListener('wheel', stop);
    window.removeEventListener('keydown', stop);
  };
  const timer = setTimeout(stop, patience);
  window.addEventListener('wheel', stop, { passive: true });
  window.addEventListener('keydown', stop);
  observer.observe(document.body);
  return stop;
}
