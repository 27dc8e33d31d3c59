import { useId, useMemo, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import type { CompareChoices } from './compare-query.ts';
import { firstIndicators, mostIndicators } from './compare-state.ts';
import { indicatorGroups } from './indicator-groups.ts';

/** Chooses the indicators of a comparison, by dataset or by words. */
export function IndicatorChoice(props: {
  readonly indicators: CompareChoices['indicators'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { indicators, chosen, onChange } = props;
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const groups = useMemo(() => indicatorGroups(indicators), [indicators]);

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
