import type { Comparator } from '@sufficiency/shared/indicators/comparators.ts';
import { comparators } from '@sufficiency/shared/indicators/comparators.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { useId } from 'react';
import { FieldChoices } from '../../components/Field.tsx';
import { AsAtChoice } from './AsAtChoice.tsx';
import { AuthorityChoice } from './AuthorityChoice.tsx';
import { ChoicePanel } from './ChoicePanel.tsx';
import type { ComparisonProblem } from './compare-problem.ts';
import type { CompareChoices } from './compare-query.ts';
import type { CompareState } from './compare-state.ts';
import { IndicatorChoice } from './IndicatorChoice.tsx';
import { writtenDay } from './london-day.ts';
import { PeriodChoice } from './PeriodChoice.tsx';
import type { ChangeCompare } from './use-compare-state.ts';

/** What is compared: a row of buttons that say it, each opening a panel to change it. */
export function CompareControls(props: {
  readonly choices: CompareChoices;
  readonly state: CompareState;
  readonly problem: ComparisonProblem | null;
  readonly change: ChangeCompare;
  readonly editing: { readonly begin: () => void; readonly end: () => void };
}) {
  const { choices, state, problem, change, editing } = props;
  const id = useId();
  const consortium = choices.consortium?.name ?? 'The consortium';
  const panel = (control: ComparisonProblem['control']) => ({
    onOpen: editing.begin,
    onClose: editing.end,
    problem: problem?.control === control ? problem.message : undefined,
  });
  const comparatorNames: Readonly<Record<Comparator, string>> = {
    england: 'England',
    region: 'Region',
    'statistical-neighbours': 'Statistical neighbours',
    consortium,
  };

  return (
    <section className="compare-controls" aria-label="What is compared">
      <ChoicePanel
        {...panel('indicators')}
        label="Indicators"
        value={counted(state.indicators.length, 'indicator')}
      >
        <IndicatorChoice
          indicators={choices.indicators}
          chosen={state.indicators}
          onChange={(indicators) => change({ indicators })}
        />
      </ChoicePanel>
      <ChoicePanel {...panel('authorities')} label="Authorities" value={whose(choices, state)}>
        <AuthorityChoice
          choices={choices}
          chosen={state.authorities}
          onChange={(authorities) => change({ authorities })}
        />
      </ChoicePanel>
      <ChoicePanel {...panel('period')} label="Period" value={when(state)}>
        <PeriodChoice indicators={choices.indicators} state={state} change={change} />
      </ChoicePanel>
      <ChoicePanel
        {...panel('comparators')}
        label="Compared with"
        value={against(state.comparators.map((key) => comparatorNames[key]))}
      >
        <FieldChoices<Comparator>
          id={`${id}-comparators`}
          kind="checkboxes"
          label="Compare the authorities with"
          choices={comparators.map((value) => ({
            value,
            text: comparatorNames[value],
            hint: comparatorHints[value],
          }))}
          chosen={state.comparators}
          onChange={(value, on) =>
            change({
              comparators: comparators.filter((key) =>
                key === value ? on : state.comparators.includes(key),
              ),
            })
          }
        />
      </ChoicePanel>
      <ChoicePanel
        {...panel('asAt')}
        label="As at"
        value={state.asAt === null ? 'Now' : writtenDay(state.asAt)}
      >
        <AsAtChoice asAt={state.asAt} onChange={(asAt) => change({ asAt })} />
      </ChoicePanel>
    </section>
  );
}

const comparatorHints: Readonly<Record<Comparator, string>> = {
  england: 'The published national figure',
  region: 'The published figure of each authority’s region',
  'statistical-neighbours': 'Simple mean of the ten places most like each authority',
  consortium: 'All members together: counts added, ratios pooled',
};

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function whose({ consortium, authorities }: CompareChoices, state: CompareState): string {
  if (state.authorities === null) {
    return `${consortium?.members.length ?? ''} members of ${consortium?.name ?? 'the consortium'}`;
  }
  const [code] = state.authorities;
  if (state.authorities.length === 1) {
    return authorities.find((authority) => authority.code === code)?.name ?? '1 authority';
  }
  return state.authorities.length === 0 ? 'None' : `${state.authorities.length} authorities`;
}

function against([first, second, ...more]: readonly string[]): string {
  if (first === undefined) return 'Nothing else';
  if (second === undefined) return first;
  return more.length === 0 ? `${first}, ${second}` : `${first} and ${more.length + 1} more`;
}

function when({ period, periods }: CompareState): string {
  const last = period === null ? 'Latest' : periodInWords(period);
  return periods === 1 ? last : `${last}, ${periods} periods`;
}
