import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';

/** What was just done, here or on the page that led here. Takes the focus when it changes. */
export function useSaid() {
  const place = useRef<HTMLDivElement>(null);
  const state: unknown = useLocation().state;
  const [own, say] = useState<string | null>(null);
  useEffect(() => {
    if (own !== null) place.current?.focus();
  }, [own]);
  return { place, say, sentence: own ?? saidIn(state) };
}

function saidIn(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('said' in state)) return null;
  return typeof state.said === 'string' ? state.said : null;
}
