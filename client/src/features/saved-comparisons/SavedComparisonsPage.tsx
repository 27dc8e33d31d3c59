import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { SavedComparisonDeleteDialog } from './SavedComparisonDeleteDialog.tsx';
import { SavedComparisonEditDialog } from './SavedComparisonEditDialog.tsx';
import { SavedComparisonList } from './SavedComparisonList.tsx';
import type { SavedComparison } from './saved-comparison-queries.ts';
import { SavedComparisonsQuery } from './saved-comparison-queries.ts';
import { pageVariables } from './saved-pages.ts';
import './saved-comparisons.scss';

interface Doing {
  readonly what: 'edit' | 'delete';
  readonly saved: SavedComparison;
}

/** Comparisons that the viewer, or somebody at their organisation, has kept under a name. */
export function SavedComparisonsPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const word = useRef<HTMLDivElement>(null);
  const [result, ask] = useQuery({
    query: SavedComparisonsQuery,
    variables: pageVariables(address),
    // Colleagues save too: what is kept here may be old, so it is shown at once and read anew.
    requestPolicy: 'cache-and-network',
  });

  // What opened the dialog may be gone from the list: the focus goes to what was done instead.
  useEffect(() => {
    if (done !== null) word.current?.focus();
  }, [done]);

  const finish = (sentence: string | null) => {
    setDoing(null);
    setDone(sentence);
    ask({ requestPolicy: 'network-only' });
  };

  return (
    <Page
      title="Saved comparisons"
      context={name}
      lead={<p>Yours, and those that colleagues at your organisation share.</p>}
    >
      <div role="status" ref={word} tabIndex={-1}>
        {done !== null && (
          <Notification tone="good">
            <p>{done}</p>
          </Notification>
        )}
      </div>
      <QueryState
        result={result}
        title="saved comparisons"
        retry={() => ask({ requestPolicy: 'network-only' })}
        isEmpty={({ savedComparisons }) => savedComparisons.edges.length === 0}
        empty={
          <p>
            Nothing is saved yet. Go to <Link to={`/${code}/compare`}>Compare</Link>, choose what to
            compare, then press “Save this comparison”.
          </p>
        }
      >
        {({ savedComparisons }) => (
          <SavedComparisonList
            connection={savedComparisons}
            onEdit={(saved) => setDoing({ what: 'edit', saved })}
            onDelete={(saved) => setDoing({ what: 'delete', saved })}
          />
        )}
      </QueryState>
      {doing?.what === 'edit' && (
        <SavedComparisonEditDialog
          saved={doing.saved}
          onClose={() => setDoing(null)}
          onDone={finish}
        />
      )}
      {doing?.what === 'delete' && (
        <SavedComparisonDeleteDialog
          saved={doing.saved}
          onClose={() => setDoing(null)}
          onDone={finish}
        />
      )}
    </Page>
  );
}
