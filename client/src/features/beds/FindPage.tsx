import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { ServiceChoicesQuery } from '../providers/service-queries.ts';
import { BedsPages } from './BedsPages.tsx';
import { HomesPaging } from './HomesPaging.tsx';
import { LiveNotice, ReadAgain } from './LiveNotice.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { useLive } from './use-live.ts';
import { VacancyForm } from './VacancyForm.tsx';
import { VacancyList } from './VacancyList.tsx';
import { VacancyMap } from './VacancyMap.tsx';
import { vacanciesInput, vacancyAsked } from './vacancy-address.ts';
import { VacanciesQuery } from './vacancy-queries.ts';
import { vacanciesSentence } from './vacancy-sentences.ts';

const pageSize = 25;

/** Finds a home with a place, best first, each with the reasons. */
export function FindPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const asked = vacancyAsked(address);
  const input = vacanciesInput(asked, code);
  const [result, ask] = useQuery({
    query: VacanciesQuery,
    variables: { input, first: pageSize, after: address.get('after') },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: choices }] = useQuery({
    query: ServiceChoicesQuery,
    variables: { consortium: code },
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  // After that the list stays as it is until its reader wants it anew: no row moves under them.
  const live = useLive(code, (why) => why === 'began' && again());
  const { place, say, sentence } = useSaid();
  return (
    <Page title="Find a home" context={name} width="wide" subpages={<BedsPages />}>
      <WhatWasSaid place={place} sentence={sentence} />
      <QueryState result={result} title="homes with a place" lines={14} retry={again}>
        {({ vacancies }) => (
          <p className="page__lead" aria-live="polite">
            {vacanciesSentence(vacancies)}
          </p>
        )}
      </QueryState>
      <VacancyForm asked={asked} choices={choices} />
      <SavedSearches input={input} onDone={say} />
      <LiveNotice live={live}>
        <ReadAgain news={live.changes + live.gaps} title="Search again" onPress={again} />
      </LiveNotice>
      {result.data && (
        <>
          <VacancyList vacancies={result.data.vacancies} asked={asked} />
          <HomesPaging pageInfo={result.data.vacancies.pageInfo} />
          <VacancyMap vacancies={result.data.vacancies} near={asked.near} />
        </>
      )}
    </Page>
  );
}
