import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import type { ChoiceGroup } from './choice-filter.ts';
import type { CompareChoices } from './compare-query.ts';
import { datasetTitle } from './dataset-title.ts';

type IndicatorToChoose = CompareChoices['indicators'][number];

/** Indicators by dataset, and in each what is published apart from what members’ returns say. */
export function indicatorGroups(indicators: readonly IndicatorToChoose[]): ChoiceGroup[] {
  return [...Map.groupBy(indicators, ({ dataset }) => dataset)].flatMap(([dataset, members]) => {
    const published = members.filter(({ collected }) => !collected);
    const inYear = members.filter(({ collected }) => collected);
    const title = datasetTitle(dataset);
    return [
      { title, choices: published.map(choiceOf) },
      { title: `${title}: in-year, from returns`, choices: inYear.map(choiceOf) },
    ].filter(({ choices }) => choices.length > 0);
  });
}

const choiceOf = (indicator: IndicatorToChoose) => ({
  value: indicator.key,
  text: indicator.title,
  hint: [indicator.unit, periodSpan(indicator)].filter(Boolean).join(' · '),
});

/** First and last period of an indicator: “2021 to 2025”. */
function periodSpan({ periods }: IndicatorToChoose): string {
  const [first, last] = [periods[0]?.label, periods.at(-1)?.label];
  if (first === undefined || last === undefined) return 'no figures yet';
  const words = [...new Set([first, last])].map(periodInWords);
  return words.join(' to ');
}
