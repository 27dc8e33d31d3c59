import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import type { FosteringStages } from './enquiry-queries.ts';
import { FosteringStagesQuery } from './enquiry-queries.ts';
import { FosteringPages } from './FosteringPages.tsx';
import { StagesForm } from './StagesForm.tsx';
import { StageTable } from './StageTable.tsx';
import { sinceText, stagesSentence } from './stage-words.ts';

/** The stages of a consortium’s enquiries: what each means, how long it may take, and what they were before. */
export function StagesPage() {
  const { code, name } = useConsortium();
  const [result, ask] = useQuery({
    query: FosteringStagesQuery,
    variables: { consortium: code },
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <Page title="Stages" context={name} width="wide" subpages={<FosteringPages />}>
      <QueryState result={result} title="the stages" lines={14} retry={again}>
        {({ fosteringStages }) => <StagesView stages={fosteringStages} onStale={again} />}
      </QueryState>
    </Page>
  );
}

function StagesView(props: { readonly stages: FosteringStages; readonly onStale: () => void }) {
  const { stages, onStale } = props;
  const { place, say, sentence } = useSaid();
  const { current, sets, viewerCanChange } = stages;
  const [latest = current] = sets;
  const others = sets.filter(({ version }) => version !== current.version);
  return (
    <>
      <p className="page__lead">{stagesSentence(stages)}</p>
      <WhatWasSaid place={place} sentence={sentence} />
      <StageTable title="Stages in force" set={current} />
      {viewerCanChange && (
        <StagesForm
          key={latest.version}
          consortium={stages.consortium}
          latest={latest}
          onStale={onStale}
          onDone={say}
        />
      )}
      {others.length > 0 && (
        <section className="section" aria-labelledby="other-sets">
          <h2 id="other-sets">Other sets of stages</h2>
          <p className="section__note">
            What was recorded while one was in force keeps its stages and titles.
          </p>
          {others.map((set) => (
            <details key={set.version} className="market-form">
              <summary>{sinceText(set)}</summary>
              <StageTable title={sinceText(set)} set={set} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}
