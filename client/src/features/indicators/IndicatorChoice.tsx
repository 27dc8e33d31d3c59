import { useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import type { CompareChoices } from './compare-query.ts';
import { firstIndicators, mostIndicators } from './compare-state.ts';
import { datasetTitle } from './dataset-title.ts';

type IndicatorToChoose = CompareChoices['indicators'][number];

/** Chooses the indicators of a comparison, by dataset or by words. */
export function IndicatorChoice(props: {
  readonly indicators: readonly IndicatorToChoose[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { indicators, chosen, onChange } = props;
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const groups = [...Map.groupBy(indicators, ({ dataset }) => dataset)].map(
    ([dataset, members]) => ({
      title: datasetTitle(dataset),
      choices: members.map((indicator) => ({
        value: indicator.key,
        text: indicator.title,
        hint: [indicator.unit, periodSpan(indicator)].filter(Boolean).join(' · '),
      })),
    }),
  );

  const choose = (keys: readonly string[]) => {
    const isTooMany = keys.length > mostIndicators;
    setProblem(
      isTooMany
        ? `A comparison holds at most ${mostIndicators} indicators. Remove some first.`
        : undefined,
    );
    if (!isTooMany) onChange(keys);
  };

  return (
    <ChoiceList
      id={id}
      filterLabel="Find indicators"
      groups={groups}
      chosen={chosen}
      problem={problem}
      onChange={choose}
      actions={
        <>
          <Button kind="quiet" size="small" onClick={() => choose([...firstIndicators])}>
            The usual {firstIndicators.length}
          </Button>
          <Button kind="quiet" size="small" onClick={() => choose([])}>
            Remove all
          </Button>
        </>
      }
    />
  );
}

/** First and last period of an indicator: “2021 to 2025”. */
function periodSpan({ periods }: IndicatorToChoose): string {
  const [first, last] = [periods[0]?.label, periods.at(-1)?.label];
  if (first === undefined || last === undefined) return 'no figures yet';
  return first === last ? first : `${first} to ${last}`;
}
