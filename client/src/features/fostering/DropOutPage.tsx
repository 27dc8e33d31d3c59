import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { DropOutReasons } from './DropOutReasons.tsx';
import { DropOutResponses } from './DropOutResponses.tsx';
import { DropOutStages } from './DropOutStages.tsx';
import { DropOutTable } from './DropOutTable.tsx';
import { FosteringDropOutQuery } from './drop-out-query.ts';
import { dropOutParts, dropOutSentence } from './drop-out-words.ts';
import { FosteringFilters } from './FosteringFilters.tsx';
import { FosteringPages } from './FosteringPages.tsx';
import { fosteringFilter, fosteringInputOf } from './fostering-address.ts';
import { shownPart } from './funnel-words.ts';
import { SeenPart } from './SeenPart.tsx';

/** Where households are lost, why, after how long, and what became of those who were answered late. */
export function DropOutPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const filter = fosteringFilter(address);
  const [result, ask] = useQuery({
    query: FosteringDropOutQuery,
    variables: { input: fosteringInputOf(filter, code) },
  });
  const whose = address.get('whose');

  return (
    <Page title="Drop-out" context={name} width="wide" subpages={<FosteringPages />}>
      {result.data && (
        <p className="page__lead">
          {dropOutSentence(
            result.data.fosteringDropOut,
            shownPart(dropOutParts(result.data.fosteringDropOut), whose),
          )}
        </p>
      )}
      <FosteringFilters
        filter={filter}
        more={whose === null ? {} : { whose }}
        members={result.data?.fosteringDropOut.consortium.members}
      />
      <QueryState
        result={result}
        title="where households are lost"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ fosteringDropOut: answer }) => (
          <SeenPart of={answer} parts={dropOutParts(answer)} stagesChanged={answer.stagesChanged}>
            {(shown) => (
              <>
                <DropOutStages shown={shown} months={answer.months} />
                <DropOutReasons shown={shown} months={answer.months} />
                <DropOutResponses shown={shown} />
                <DropOutTable answer={answer} />
              </>
            )}
          </SeenPart>
        )}
      </QueryState>
    </Page>
  );
}
