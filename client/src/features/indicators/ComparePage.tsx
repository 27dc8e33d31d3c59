import './compare.scss';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { CompareActions } from './CompareActions.tsx';
import { CompareCautions } from './CompareCautions.tsx';
import { CompareControls } from './CompareControls.tsx';
import { CompareEmpty, missingChoice } from './CompareEmpty.tsx';
import { CompareFigures } from './CompareFigures.tsx';
import { CompareNotices } from './CompareNotices.tsx';
import { ComparePrintNote } from './ComparePrintNote.tsx';
import { CompareViewSwitch } from './CompareViewSwitch.tsx';
import { hasFigures } from './comparability.ts';
import { comparisonProblem } from './compare-problem.ts';
import { CompareChoicesQuery } from './compare-query.ts';
import { FigureLegend } from './FigureLegend.tsx';
import { MatrixOptions } from './MatrixOptions.tsx';
import { suggestedName } from './suggested-name.ts';
import { useCompareState } from './use-compare-state.ts';
import { useComparison } from './use-comparison.ts';

/** Indicators of authorities set side by side: the answer in a sentence, then the figures. */
export function ComparePage() {
  const { code, name } = useConsortium();
  const [choicesResult, askChoices] = useQuery({
    query: CompareChoicesQuery,
    variables: { consortium: code },
  });
  const choices = choicesResult.data ?? null;
  const { state, pressed, repairs, addressOf, change, editing } = useCompareState(choices);
  const { result, retry, view, focus, sentence } = useComparison(code, state, choices);
  const missing = missingChoice(state);

  return (
    <Page
      title="Compare"
      context={name}
      width="wide"
      lead={<p className="compare-lead">{missing === null ? sentence : emptyWords[missing]}</p>}
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
            state={pressed}
            problem={comparisonProblem(result.error)}
            change={change}
            editing={editing}
          />
        )}
      </QueryState>
      {missing !== null && <CompareEmpty missing={missing} change={change} />}
      {missing === null && (
        <>
          <div className="compare-bar">
            <CompareViewSwitch view={state.view} addressOf={addressOf} />
            {state.view === 'matrix' && (
              <MatrixOptions
                state={pressed}
                authorities={view?.authorities.length ?? 0}
                change={change}
              />
            )}
            <CompareActions
              consortium={code}
              state={state}
              hasFigures={view === null || hasFigures(view)}
              suggestedName={view ? suggestedName(view, name, state.authorities === null) : ''}
            />
          </div>
          <QueryState result={result} title="the figures" lines={12} retry={retry}>
            {() =>
              view &&
              focus &&
              choices && (
                <>
                  <CompareFigures
                    consortium={code}
                    choices={choices}
                    view={view}
                    focus={focus}
                    state={state}
                    pressed={pressed}
                    change={change}
                  />
                  <CompareCautions rows={state.view === 'matrix' ? view.rows : [focus]} />
                </>
              )
            }
          </QueryState>
          <FigureLegend />
          {view && <ComparePrintNote view={view} />}
        </>
      )}
    </Page>
  );
}

const emptyWords = {
  indicators: 'Choose at least one indicator to compare.',
  authorities: 'Choose at least one authority to compare.',
} as const;
