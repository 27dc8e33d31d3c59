import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FeeBands } from './FeeBands.tsx';
import { FeesPicture } from './FeesPicture.tsx';
import { FeesTogether } from './FeesTogether.tsx';
import { FeeUplifts } from './FeeUplifts.tsx';
import { feeLines, feesSentence, pricedFrameworks } from './fee-ranges.ts';
import { FeesQuery } from './fees-queries.ts';
import { ProvidersPages } from './ProvidersPages.tsx';
import { UnitCosts } from './UnitCosts.tsx';
import './_exposure.scss';

/** What is paid for care: one’s own prices, what members pay together, and requests for more. */
export function FeesPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const [result, ask] = useQuery({ query: FeesQuery, variables: { consortium: code } });

  return (
    <Page title="Fees" context={name} width="wide" subpages={<ProvidersPages />}>
      <QueryState
        result={result}
        title="fees"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ fees, consortium }) => {
          const lines = feeLines(fees.bands);
          const priced = pricedFrameworks(lines);
          const asked = address.get('framework');
          const shown = priced.find(({ id }) => id === asked) ?? priced[0];
          return (
            <>
              <p className="page__lead">{feesSentence(fees.bands)}</p>
              {shown && <FeesPicture lines={lines} priced={priced} shown={shown} />}
              <FeeBands bands={fees.bands} lines={lines} />
              <FeesTogether members={fees.members} />
              <FeeUplifts />
              <UnitCosts
                rows={fees.published.rows}
                members={consortium?.members.map((member) => member.name) ?? []}
              />
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}
