import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { SharingGrid } from './SharingGrid.tsx';
import { SharingLegend } from './SharingLevelMark.tsx';
import { SharingMatrixCellPanel } from './SharingMatrixCellPanel.tsx';
import { SharingPages } from './SharingPages.tsx';
import { SharingRecipientSwitch } from './SharingRecipientSwitch.tsx';
import { matrixRows, matrixSentence, recipientOf, someOf } from './sharing-matrix.ts';
import type { MatrixCell } from './sharing-queries.ts';
import { SharingMatrixQuery } from './sharing-queries.ts';
import { recipientWords } from './sharing-words.ts';
import './sharing.scss';

/** Who lets whom see what in a consortium today, for one kind of recipient at a time. */
export function SharingMatrixPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const [open, setOpen] = useState<MatrixCell | null>(null);
  const [result, ask] = useQuery({
    query: SharingMatrixQuery,
    variables: { consortium: code },
    // A signature elsewhere changes this page: what is kept is shown at once and read anew.
    requestPolicy: 'cache-and-network',
  });
  const recipient = recipientOf(address);

  return (
    <Page title="Sharing" context={name} width="wide">
      <SharingPages />
      <QueryState
        result={result}
        title="who sees what"
        lines={10}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ sharingMatrix: { cells, datasets } }) => {
          const rows = matrixRows(cells, datasets, recipient);
          return (
            <>
              <p className="page__lead">{matrixSentence(rows, recipient)}</p>
              <SharingRecipientSwitch recipient={recipient} />
              <SharingGrid
                label={`What each authority lets ${recipientWords[recipient]} see today`}
                datasets={datasets}
                rows={rows}
                noteOf={someOf}
                onOpen={setOpen}
              />
              <SharingLegend />
            </>
          );
        }}
      </QueryState>
      {open && (
        <SharingMatrixCellPanel consortium={code} cell={open} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}
