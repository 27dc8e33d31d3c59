import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { ExposureConcentration } from './ExposureConcentration.tsx';
import { ExposureGroups } from './ExposureGroups.tsx';
import { ExposurePicture } from './ExposurePicture.tsx';
import type { Exposure } from './exposure-queries.ts';
import { ExposureQuery } from './exposure-queries.ts';
import type { ExposureView } from './exposure-view.ts';
import { exposureSearch, exposureView, holdersOf } from './exposure-view.ts';
import { exposureSentence, heldTitle } from './exposure-words.ts';
import { ProvidersPages } from './ProvidersPages.tsx';
import { WhatIfFailure } from './WhatIfFailure.tsx';
import './_exposure.scss';

/** How much of what members need is in few hands, and what would be touched if one of these failed. */
export function ExposurePage() {
  const { code, name } = useConsortium();
  const [result, ask] = useQuery({ query: ExposureQuery, variables: { consortium: code } });

  return (
    <Page title="Exposure" context={name} width="wide" subpages={<ProvidersPages />}>
      <QueryState
        result={result}
        title="who owns what"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ exposure }) => (
          <>
            <p className="page__lead">{exposureSentence(exposure, name)}</p>
            <Known exposure={exposure} />
          </>
        )}
      </QueryState>
    </Page>
  );
}

function Known({ exposure }: { readonly exposure: Exposure }) {
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const view = exposureView(address);
  const holders = holdersOf(exposure.groups, view.of);
  const show = (changed: Partial<ExposureView>) =>
    void navigate(`?${exposureSearch({ ...view, ...changed })}`, { preventScrollReset: true });

  return (
    <>
      <div className="market-choices">
        <FieldSelect
          id="exposure-group"
          label="What if this group failed tomorrow?"
          options={[{ value: '', text: 'Choose a provider group' }, ...groupOptions(exposure)]}
          value={view.group ?? ''}
          onChange={({ target: { value } }) => show({ group: value || null })}
        />
        <FieldSelect
          id="exposure-of"
          label="Groups by"
          options={Object.entries(heldTitle).map(([value, text]) => ({ value, text }))}
          value={view.of}
          onChange={({ target: { value } }) =>
            show({ of: exposureView(new URLSearchParams({ of: value })).of, all: false })
          }
        />
      </div>
      {view.group !== null && <WhatIfFailure key={view.group} group={view.group} />}
      <section className="section" aria-label="Provider groups">
        <ExposurePicture holders={holders} of={view.of} />
        <ExposureGroups holders={holders} view={view} />
      </section>
      <ExposureConcentration measures={exposure.measures} />
    </>
  );
}

/** Every group by its name; the same name twice is a real and a fictitious one. */
const groupOptions = ({ groups }: Exposure) =>
  groups
    .map(({ key, name }) => ({ value: key, text: name }))
    .toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB'));
