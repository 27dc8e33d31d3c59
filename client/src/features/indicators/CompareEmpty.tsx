import { Button } from '../../components/Button.tsx';
import type { CompareState } from './compare-state.ts';
import { firstIndicators } from './compare-state.ts';
import type { ChangeCompare } from './use-compare-state.ts';

/** What is missing before anything can be compared; null if nothing is. */
export function missingChoice(state: CompareState): 'indicators' | 'authorities' | null {
  if (state.indicators.length === 0) return 'indicators';
  return state.authorities?.length === 0 ? 'authorities' : null;
}

/** Says what to choose, and offers the usual choice. */
export function CompareEmpty(props: {
  readonly missing: 'indicators' | 'authorities';
  readonly change: ChangeCompare;
}) {
  const { missing, change } = props;
  return (
    <div className="empty">
      <p>
        Nothing is shown until {missing} are chosen: open “{titles[missing]}” above, or
      </p>
      {missing === 'indicators' ? (
        <Button size="small" onClick={() => change({ indicators: firstIndicators })}>
          Show the usual {firstIndicators.length} indicators
        </Button>
      ) : (
        <Button size="small" onClick={() => change({ authorities: null })}>
          Show the members
        </Button>
      )}
    </div>
  );
}

const titles = { indicators: 'Indicators', authorities: 'Authorities' } as const;
