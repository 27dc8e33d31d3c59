import { startTransition, useEffect, useState } from 'react';

/**
 * How many of many rows to draw now: some at once, the others little by little behind what a person
 * is doing, until all are there to be found in the page and printed.
 */
export function useGrowing(total: number, step: number): number {
  const [shown, setShown] = useState(step);

  useEffect(() => {
    if (shown >= total) return;
    const timer = setTimeout(() => startTransition(() => setShown(shown + step)), 16);
    return () => clearTimeout(timer);
  }, [shown, total, step]);

  return Math.min(shown, total);
}
