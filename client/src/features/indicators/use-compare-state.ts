import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { decodeAddress, encodeAddress } from './compare-address.ts';
import { checkState } from './compare-check.ts';
import type { CompareChoices } from './compare-query.ts';
import type { CompareState } from './compare-state.ts';
import { todayInLondon } from './london-day.ts';

/** Changes some of what the page shows. */
export type ChangeCompare = (change: Partial<CompareState>) => void;

/**
 * The state in the address bar, put right where it was wrong, and ways to change it.
 *
 * Ticking ten boxes in one open panel is one step back, not ten: between `begin` and `end` only the
 * first change makes an entry in the browser's history.
 *
 * @param choices what exists; null while it is being read, when only the form of names is checked.
 */
export function useCompareState(choices: CompareChoices | null) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const steps = useRef<'each' | 'first' | 'none'>('each');

  const { state, repairs } = useMemo(() => {
    const decoded = decodeAddress(search, todayInLondon());
    if (choices === null) return decoded;
    const checked = checkState(decoded.state, choices);
    return { state: checked.state, repairs: [...decoded.repairs, ...checked.repairs] };
  }, [search, choices]);

  // The address follows a change a moment later, when the page has been drawn anew. Until then
  // controls show what was pressed, and a second change builds on the first.
  const wanted = useRef(state);
  const [pressed, setPressed] = useState<CompareState | null>(null);
  useEffect(() => {
    wanted.current = state;
    setPressed(null);
  }, [state]);

  const change: ChangeCompare = useCallback(
    (changes) => {
      wanted.current = { ...wanted.current, ...changes };
      setPressed(wanted.current);
      void navigate(`${pathname}?${encodeAddress(wanted.current)}`, {
        replace: steps.current === 'none',
        preventScrollReset: true,
      });
      if (steps.current === 'first') steps.current = 'none';
    },
    [navigate, pathname],
  );

  return {
    /** What the address says: the figures follow it. */
    state,
    /** What was pressed last: the controls follow it. */
    pressed: pressed ?? state,
    repairs,
    change,
    addressOf: (changes: Partial<CompareState>) =>
      `${pathname}?${encodeAddress({ ...state, ...changes })}`,
    editing: {
      begin: () => {
        steps.current = 'first';
      },
      end: () => {
        steps.current = 'each';
      },
    },
  };
}
