import { Link } from 'react-router';
import { useQuery } from 'urql';
import { FigureTable } from '../../components/FigureTable.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { HistoryFrame } from './HistoryFrame.tsx';
import type { ContractVoids } from './history-queries.ts';
import { BlockVoidsQuery } from './history-queries.ts';
import { costWords, voidsSentence } from './history-words.ts';
import { MonthlyVoids } from './MonthlyVoids.tsx';

/** Beds of one’s own block contracts that were paid for and empty, in days and pounds. */
export function BlockVoidsPage() {
  const mayRead = useViewer().permissions.includes('provider:read');
  const [result, ask] = useQuery({
    query: BlockVoidsQuery,
    variables: { input: {} },
    pause: !mayRead,
  });
  if (!mayRead) {
    return (
      <HistoryFrame title="Empty block beds" view="voids">
        <p className="page__lead">
          What empty block beds cost is read by the authorities that pay for them.
        </p>
      </HistoryFrame>
    );
  }
  return (
    <HistoryFrame title="Empty block beds" view="voids">
      <QueryState
        result={result}
        title="empty block beds"
        lines={16}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ blockVoids: voids }) => (
          <>
            <p className="page__lead">
              {voidsSentence(voids)} {voids.synthetic && <Tag tone="warn">synthetic</Tag>}
            </p>
            <p>
              A bed day is one bed on one day, as the day ended. Its price is the contract’s own,
              for a bed and week. Only your own contracts are here: nobody else reads what they
              cost.
            </p>
            <MonthlyVoids voids={voids} />
            {voids.contracts.map((one) => (
              <ContractSection key={one.contract.id} voids={one} />
            ))}
          </>
        )}
      </QueryState>
    </HistoryFrame>
  );
}

function ContractSection(props: { readonly voids: ContractVoids }) {
  const { contract, why, months } = props.voids;
  const { code } = useConsortium();
  const title = `${contract.reference}, month by month`;
  return (
    <section className="section">
      <h2>
        <Link
          className="govuk-link"
          to={`/${code}/providers/contracts/${encodeURIComponent(contract.id)}`}
        >
          {contract.reference}
        </Link>
        {contract.provider && `, ${contract.provider.name}`}
      </h2>
      {why !== null && <p>{why}</p>}
      {months.length > 0 && (
        <TableRegion label={title}>
          <FigureTable
            label={title}
            head="Month"
            columns={columns.map((column) => column.title)}
            rows={months.map((month) => ({
              id: month.month,
              name: writtenMonth(month.month),
              cells: columns.map(({ of }) => of(month)),
            }))}
          />
        </TableRegion>
      )}
    </section>
  );
}

const columns: readonly {
  readonly title: string;
  readonly of: (month: ContractVoids['months'][number]) => string | number;
}[] = [
  { title: 'Bed days paid for', of: ({ bedDays }) => bedDays },
  { title: 'Empty', of: ({ voidDays }) => voidDays },
  { title: 'Of these, accepting', of: ({ acceptingDays }) => acceptingDays },
  { title: 'Paid for empty days', of: ({ cost }) => costWords(cost) },
  { title: 'Days known', of: ({ days }) => days },
];
