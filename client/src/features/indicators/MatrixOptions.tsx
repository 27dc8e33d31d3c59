import { Button } from '../../components/Button.tsx';
import type { CompareState } from './compare-state.ts';
import { acrossOf } from './compare-state.ts';
import type { ChangeCompare } from './use-compare-state.ts';

/** How the matrix is laid out: what runs across, and how close rows stand. */
export function MatrixOptions(props: {
  readonly state: CompareState;
  /** How many authorities are compared. */
  readonly authorities: number;
  readonly change: ChangeCompare;
}) {
  const { density, sort } = props.state;
  const isByAuthority = acrossOf(props.state, props.authorities) === 'authorities';
  return (
    <div className="matrix-options">
      {sort !== null && (
        <Button kind="quiet" size="small" onClick={() => props.change({ sort: null })}>
          Usual order
        </Button>
      )}
      <Button
        kind="quiet"
        size="small"
        onClick={() => props.change({ across: isByAuthority ? 'indicators' : 'authorities' })}
      >
        Swap rows and columns
      </Button>
      <Button
        kind="quiet"
        size="small"
        aria-pressed={density === 'compact'}
        onClick={() => props.change({ density: density === 'compact' ? 'comfortable' : 'compact' })}
      >
        Compact
      </Button>
    </div>
  );
}
