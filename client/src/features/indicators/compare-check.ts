import { leftOut } from './compare-address.ts';
import type { CompareChoices } from './compare-query.ts';
import type { CompareState } from './compare-state.ts';

/** A state that names only what exists, and one sentence for each thing that had to go. */
export interface CheckedState {
  readonly state: CompareState;
  readonly repairs: readonly string[];
}

/**
 * Leaves out of a state what nobody can compare: indicators, authorities and periods that do not
 * exist for this viewer. The server refuses a whole comparison for one wrong name; a link with one
 * outdated indicator should still show the others.
 */
export function checkState(
  state: CompareState,
  choices: Pick<CompareChoices, 'indicators' | 'authorities'>,
): CheckedState {
  const repairs: string[] = [];
  const byKey = new Map(choices.indicators.map((indicator) => [indicator.key, indicator]));
  const codes = new Set(choices.authorities.map(({ code }) => code));

  const indicators = state.indicators.filter((key) => byKey.has(key));
  sayLeftOut('indicator', state.indicators, indicators, repairs);

  const authorities = state.authorities?.filter((code) => codes.has(code)) ?? null;
  sayLeftOut('authority', state.authorities ?? [], authorities ?? [], repairs);

  const labels = new Set(
    indicators.flatMap((key) => byKey.get(key)?.periods.map(({ label }) => label) ?? []),
  );
  const { period } = state;
  const isPeriodKnown = period === null || indicators.length === 0 || labels.has(period);
  if (!isPeriodKnown) {
    repairs.push(
      `No chosen indicator has the period “${period}”, so the latest figures are shown.`,
    );
  }

  return {
    state: {
      ...state,
      indicators,
      authorities,
      period: isPeriodKnown ? period : null,
      sort: state.sort && indicators.includes(state.sort.indicator) ? state.sort : null,
      focus: state.focus !== null && indicators.includes(state.focus) ? state.focus : null,
    },
    repairs,
  };
}

function sayLeftOut(
  noun: string,
  asked: readonly string[],
  kept: readonly string[],
  repairs: string[],
): void {
  const missing = asked.filter((name) => !kept.includes(name));
  if (missing.length > 0) repairs.push(leftOut(noun, missing));
}
