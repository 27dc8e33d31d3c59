import './compare.scss';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { CompareActions } from './CompareActions.tsx';
import { CompareControls } from './CompareControls.tsx';
import { CompareFigures } from './CompareFigures.tsx';
import { CompareNotices } from './CompareNotices.tsx';
import { CompareViewSwitch } from './CompareViewSwitch.tsx';
import { comparisonProblem } from './compare-problem.ts';
import { CompareChoicesQuery, ComparisonQuery, comparisonVariables } from './compare-query.ts';
import { comparedView, subjectNames } from './comparison-model.ts';
import { comparisonSentence } from './comparison-sentence.ts';
import { FigureLegend } from './FigureLegend.tsx';
import { useCompareState } from './use-compare-state.ts';

/** Indicators of authorities set side by side: the answer in a sentence, then the figures. */
export function ComparePage() {
  const { code, name } = useConsortium();
  const [choicesResult, askChoices] = useQuery({
    query: CompareChoicesQuery,
    variables: { consortium: code },
  });
  const choices = choicesResult.data ?? null;
  const { state, repairs, addressOf, change, editing } = useCompareState(choices);

  const isEmpty = state.indicators.length === 0 || state.authorities?.length === 0;
  const [result, ask] = useQuery({
    query: ComparisonQuery,
    variables: comparisonVariables(code, state),
    pause: isEmpty,
    requestPolicy: 'cache-and-network',
  });
  const view = useMemo(
    () => (result.data && choices ? comparedView(result.data, subjectNames(choices)) : null),
    [result.data, choices],
  );
  const focus =
    view?.rows.find(({ indicator }) => indicator.key === state.focus) ?? view?.rows[0] ?? null;
  const sentence = view && focus && !isEmpty ? comparisonSentence(view, focus) : null;
  const retry = () => ask({ requestPolicy: 'network-only' });

  return (
    <Page
      title="Compare"
      context={name}
      width="wide"
      lead={<p className="compare-lead">{sentence ?? (isEmpty ? emptyWords(state) : '\u00a0')}</p>}
    >
      <CompareNotices repairs={repairs} asAt={state.asAt} nowAddress={addressOf({ asAt: null })} />
      <QueryState
        result={choicesResult}
        title="what can be compared"
        lines={2}
        retry={() => askChoices({ requestPolicy: 'network-only' })}
      >
        {(known) => (
          <CompareControls
            choices={known}
            state={state}
            problem={comparisonProblem(result.error)}
            change={change}
            editing={editing}
          />
        )}
      </QueryState>
      {!isEmpty && (
        <>
          <div className="compare-bar">
            <CompareViewSwitch view={state.view} addressOf={addressOf} />
            <CompareActions
              consortium={code}
              state={state}
              suggestedName={focus?.indicator.title ?? ''}
            />
          </div>
          <QueryState result={result} title="the figures" lines={12} retry={retry}>
            {() =>
              view &&
              focus &&
              choices && (
                <CompareFigures
                  consortium={code}
                  choices={choices}
                  view={view}
                  focus={focus}
                  state={state}
                  change={change}
                />
              )
            }
          </QueryState>
          <FigureLegend />
        </>
      )}
    </Page>
  );
}

const emptyWords = ({ indicators }: { readonly indicators: readonly string[] }) =>
  indicators.length === 0
    ? 'Choose at least one indicator to compare.'
    : 'Choose at least one authority to compare.';
