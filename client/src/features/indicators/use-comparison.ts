import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { missingChoice } from './CompareEmpty.tsx';
import type { CompareChoices } from './compare-query.ts';
import { ComparisonQuery, comparisonVariables } from './compare-query.ts';
import type { CompareState } from './compare-state.ts';
import { comparedView, subjectNames } from './comparison-model.ts';
import { comparisonSentence } from './comparison-sentence.ts';
import { loadCharts } from './load-charts.ts';

/** Reads the figures a state asks for, and arranges them once it is known what everything is called. */
export function useComparison(
  consortium: string,
  state: CompareState,
  choices: CompareChoices | null,
) {
  const [result, ask] = useQuery({
    query: ComparisonQuery,
    variables: comparisonVariables(consortium, state),
    pause: missingChoice(state) !== null,
    // What was read before is shown at once, and read again: agreements and vintages change.
    requestPolicy: 'cache-and-network',
  });
  const needsCharts = state.view !== 'matrix';
  // The code of pictures comes while their figures do, not after them.
  useEffect(() => {
    if (needsCharts) void loadCharts();
  }, [needsCharts]);

  const { data, error } = result;
  const view = useMemo(
    () => (data && choices ? comparedView(data, subjectNames(choices)) : null),
    [data, choices],
  );
  const focus =
    view?.rows.find(({ indicator }) => indicator.key === state.focus) ?? view?.rows[0] ?? null;
  const waiting = error ? 'The figures could not be loaded.' : '\u00a0';

  return {
    result,
    retry: () => ask({ requestPolicy: 'network-only' }),
    view,
    /** The row in front: the one chosen, else the first. */
    focus,
    sentence: view && focus ? comparisonSentence(view, focus) : waiting,
  };
}
