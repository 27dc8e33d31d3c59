import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { DropOutReasons } from './DropOutReasons.tsx';
import { DropOutResponses } from './DropOutResponses.tsx';
import { DropOutStages } from './DropOutStages.tsx';
import { DropOutTable } from './DropOutTable.tsx';
import { FosteringDropOutQuery } from './drop-out-query.ts';
import { dropOutSentence, shownDropOut } from './drop-out-words.ts';
import { FosteringFilters } from './FosteringFilters.tsx';
import { FosteringPages } from './FosteringPages.tsx';
import { fosteringFilter, fosteringInputOf } from './fostering-address.ts';

/** Where households are lost, why, after how long, and what became of those who were answered late. */
export function DropOutPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const filter = fosteringFilter(address);
  const [result, ask] = useQuery({
    query: FosteringDropOutQuery,
    variables: { input: fosteringInputOf(filter, code) },
  });
  const whose = address.get('whose');
  const choose = (key: string) => {
    const search = new URLSearchParams(address);
    search.set('whose', key);
    void navigate(`?${search}`, { replace: true, preventScrollReset: true });
  };

  return (
    <Page title="Drop-out" context={name} width="wide" subpages={<FosteringPages />}>
      {result.data && (
        <p className="page__lead">
          {dropOutSentence(
            result.data.fosteringDropOut,
            shownDropOut(result.data.fosteringDropOut, whose),
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
        {({ fosteringDropOut: answer }) => {
          const shown = shownDropOut(answer, whose);
          const seen = answer.rows.filter(({ lost }) => lost);
          return (
            <>
              {answer.stagesChanged !== null && (
                <Notification title="Stages changed within these months">
                  <p>{answer.stagesChanged}</p>
                </Notification>
              )}
              {seen.length > 0 && (
                <FieldSelect
                  id="drop-out-whose"
                  label="Whose"
                  options={[
                    ...(answer.total ? [{ value: 'all', text: 'All together' }] : []),
                    ...seen.map(({ group }) => ({ value: group.key ?? 'none', text: group.title })),
                  ]}
                  value={whose ?? (answer.total ? 'all' : (seen[0]?.group.key ?? 'none'))}
                  onChange={({ target: { value } }) => choose(value)}
                />
              )}
              {shown && (
                <>
                  <DropOutStages shown={shown} months={answer.months} />
                  <DropOutReasons shown={shown} months={answer.months} />
                  <DropOutResponses shown={shown} />
                </>
              )}
              <DropOutTable answer={answer} />
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}
