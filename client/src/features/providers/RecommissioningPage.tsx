import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { ProvidersPages } from './ProvidersPages.tsx';
import { RadarChart } from './RadarChart.tsx';
import { RadarOverlaps } from './RadarOverlaps.tsx';
import { RadarTable } from './RadarTable.tsx';
import { decisionsSentence } from './radar.ts';
import { RadarQuery } from './radar-queries.ts';

const spans = [
  { value: '12', text: 'A year' },
  { value: '36', text: 'Three years' },
  { value: '60', text: 'Five years' },
  { value: '120', text: 'Ten years' },
];

/** What of frameworks and block contracts ends, reopens or is to be decided, and when. */
export function RecommissioningPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const months = spans.find(({ value }) => value === address.get('months'))?.value ?? '36';
  const [result, ask] = useQuery({
    query: RadarQuery,
    variables: { consortium: code, months: Number(months) },
  });

  return (
    <Page
      title="Recommissioning"
      context={name}
      width="wide"
      subpages={<ProvidersPages />}
      actions={
        <a
          className="govuk-button govuk-button--secondary"
          href={`/exports/recommissioning/${code}.ics`}
          download
        >
          Dates for your calendar (.ics)
        </a>
      }
    >
      <QueryState
        result={result}
        title="what ends and when"
        lines={12}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ recommissioning: radar }) => (
          <>
            <p className="page__lead">{decisionsSentence(radar)}</p>
            <form className="market-filters" aria-label="Time shown">
              <FieldSelect
                id="radar-months"
                label="How far ahead"
                options={spans}
                value={months}
                onChange={({ target: { value } }) =>
                  void navigate(`?months=${value}`, { replace: true, preventScrollReset: true })
                }
              />
            </form>
            {radar.items.length > 0 && <RadarChart radar={radar} />}
            <RadarTable radar={radar} />
            <RadarOverlaps overlaps={radar.overlaps} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
