import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { useId } from 'react';
import { FieldSelect } from '../../components/Field.tsx';
import type { CompareChoices } from './compare-query.ts';
import type { CompareState } from './compare-state.ts';
import { periodChoices } from './period-choices.ts';
import type { ChangeCompare } from './use-compare-state.ts';

const counts = [1, 2, 3, 5, 6, 10, 13, 20, 25, 60, 120];

/** Chooses the last period and how many before it. */
export function PeriodChoice(props: {
  readonly indicators: CompareChoices['indicators'];
  readonly state: CompareState;
  readonly change: ChangeCompare;
}) {
  const { indicators, state, change } = props;
  const id = useId();
  const chosen = indicators.filter(({ key }) => state.indicators.includes(key));
  const offered = counts.includes(state.periods)
    ? counts
    : [...counts, state.periods].toSorted((one, other) => one - other);

  return (
    <>
      <FieldSelect
        id={`${id}-period`}
        label="Last period"
        hint="An indicator without the period shows x"
        value={state.period ?? ''}
        onChange={(event) => change({ period: event.target.value || null })}
        options={[
          { value: '', text: 'Latest of each indicator' },
          ...periodChoices(chosen).map(({ label, count }) => ({
            value: label,
            text: `${periodInWords(label)} (${count} of ${chosen.length} indicators)`,
          })),
        ]}
      />
      <FieldSelect
        id={`${id}-periods`}
        label="How many periods"
        hint="More than one draws a line beside each figure, and the trend"
        value={String(state.periods)}
        onChange={(event) => change({ periods: Number(event.target.value) })}
        options={offered.map((count) => ({
          value: String(count),
          text: count === 1 ? 'That one only' : `${count}, counted back`,
        }))}
      />
    </>
  );
}
