import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { ContractList } from './ContractList.tsx';
import { contractsSentence } from './contract-figures.ts';
import { ContractsQuery } from './contract-queries.ts';
import { MarketActions } from './MarketActions.tsx';
import { contractsAddress } from './market-address.ts';
import { ProvidersPages } from './ProvidersPages.tsx';

const times = [
  { value: 'now', text: 'In force today' },
  { value: 'all', text: 'All, ended ones too' },
];

/** Block contracts that the viewer may see: beds, terms, and how many stand empty. */
export function ContractsPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const when = address.get('when') === 'all' ? 'all' : 'now';
  const [result, ask] = useQuery({
    query: ContractsQuery,
    variables: { consortium: code, inForceOn: when === 'all' ? null : todayInLondon() },
  });

  return (
    <Page
      title="Block contracts"
      context={name}
      width="wide"
      subpages={<ProvidersPages />}
      actions={
        permissions.includes('contract:write') && (
          <>
            <Link className="govuk-button" to={`${contractsAddress(code)}/new`}>
              Add a contract
            </Link>
            <MarketActions />
          </>
        )
      }
    >
      <QueryState
        result={result}
        title="block contracts"
        lines={8}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ contracts }) => {
          const found = contracts.edges.map(({ node }) => node);
          return (
            <>
              <p className="page__lead">{contractsSentence(found)}</p>
              <form className="market-filters" aria-label="Narrow the list">
                <FieldSelect
                  id="contracts-when"
                  label="Which"
                  options={times}
                  value={when}
                  onChange={({ target: { value } }) =>
                    void navigate(`?when=${value}`, { replace: true, preventScrollReset: true })
                  }
                />
              </form>
              {found.length > 0 ? (
                <ContractList contracts={found} />
              ) : (
                <p className="empty">
                  Your own appear here, and others’ where an agreement shows you the records of
                  their providers.
                </p>
              )}
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}
