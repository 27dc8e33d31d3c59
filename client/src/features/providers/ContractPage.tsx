import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { ContractChangeForm } from './ContractChangeForm.tsx';
import { ContractFacts } from './ContractFacts.tsx';
import { ContractMonthForm } from './ContractMonthForm.tsx';
import { ContractMonths } from './ContractMonths.tsx';
import { bedUse, percentText } from './contract-figures.ts';
import type { Contract } from './contract-queries.ts';
import { ChangeContractMutation, ContractQuery } from './contract-queries.ts';
import { ExtensionForm } from './ExtensionForm.tsx';
import { contractsAddress } from './market-address.ts';
import { counted } from './market-words.ts';
import { ProvidersPages } from './ProvidersPages.tsx';

/** One block contract: its terms, how its beds were used, and whether that pays. */
export function ContractPage() {
  const { code, name } = useConsortium();
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: ContractQuery, variables: { id } });
  const again = () => ask({ requestPolicy: 'network-only' });
  const node = result.data?.node;
  const contract = node?.__typename === 'BlockContract' ? node : null;
  return (
    <Page
      title={contract ? `Block contract ${contract.reference}` : 'Block contract'}
      context={name}
      width="wide"
      subpages={<ProvidersPages />}
    >
      <QueryState
        result={result}
        title="this contract"
        lines={12}
        retry={again}
        isNamed
        isEmpty={(data) => data.node?.__typename !== 'BlockContract'}
        empty={
          <p>
            There is no such block contract that you may see.{' '}
            <Link to={contractsAddress(code)}>All that you see</Link>
          </p>
        }
      >
        {(data) =>
          data.node?.__typename === 'BlockContract' && (
            <ContractView contract={data.node} onStale={again} />
          )
        }
      </QueryState>
    </Page>
  );
}

function ContractView(props: { readonly contract: Contract; readonly onStale: () => void }) {
  const { contract, onStale } = props;
  const { place, say, sentence } = useSaid();
  return (
    <>
      <p className="page__lead">
        {leadOf(contract)} {contract.synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      <WhatWasSaid place={place} sentence={sentence} />
      <ContractMonths contract={contract} />
      <ContractFacts contract={contract} />
      {contract.viewerCanChange && (
        <>
          <ContractMonthForm contract={contract} onStale={onStale} onDone={say} />
          <ContractChangeForm contract={contract} onStale={onStale} onDone={say} />
          <ExtensionForm
            mutation={ChangeContractMutation}
            of={contract}
            rights={contract.extensionOptions}
            onStale={onStale}
            onDone={say}
          />
        </>
      )}
    </>
  );
}

/** The contract in a sentence: the break-even where it is one’s own, else its beds, term and use. */
function leadOf(contract: Contract): string {
  const { breakEven, beds, provider, endsOn, months } = contract;
  const first = `${counted(beds, 'bed')} with ${provider?.name ?? 'a provider'} until ${writtenDay(endsOn)}.`;
  if (breakEven) return `${first} ${breakEven.sentence}`;
  const { occupancy } = bedUse(months);
  if (occupancy === null) return `${first} Nobody has recorded yet how they were used.`;
  return `${first} Over the months recorded they were occupied ${percentText(occupancy)} of the time.`;
}
