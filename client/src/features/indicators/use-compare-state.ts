import { useMemo, useRef } from 'react';
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
  const editing = useRef<'no' | 'begun' | 'changed'>('no');

  const { state, repairs } = useMemo(() => {
    const decoded = decodeAddress(search, todayInLondon());
    if (choices === null) return decoded;
    const checked = checkState(decoded.state, choices);
    return { state: checked.state, repairs: [...decoded.repairs, ...checked.repairs] };
  }, [search, choices]);

  const addressOf = (change: Partial<CompareState>) =>
    `${pathname}?${encodeAddress({ ...state, ...change })}`;

  const change: ChangeCompare = (changes) => {
    void navigate(addressOf(changes), {
      replace: editing.current === 'changed',
      preventScrollReset: true,
    });
    if (editing.current === 'begun') editing.current = 'changed';
  };

  return {
    state,
    repairs,
    addressOf,
    change,
    editing: {
      begin: () => {
        editing.current = 'begun';
      },
      end: () => {
        editing.current = 'no';
      },
    },
  };
}
