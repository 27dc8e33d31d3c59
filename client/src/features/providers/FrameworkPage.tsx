import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { ExtensionForm } from './ExtensionForm.tsx';
import { FrameworkCoverage } from './FrameworkCoverage.tsx';
import { FrameworkFacts } from './FrameworkFacts.tsx';
import { FrameworkLots } from './FrameworkLots.tsx';
import { FrameworkMembers } from './FrameworkMembers.tsx';
import { FrameworkUplifts } from './FrameworkUplifts.tsx';
import { ChangeFrameworkMutation } from './framework-mutations.ts';
import type { Framework } from './framework-queries.ts';
import { FrameworkQuery } from './framework-queries.ts';
import { frameworkSentence } from './framework-sentence.ts';
import { changeFrameworkAddress, frameworksAddress } from './market-address.ts';
import { PrintedCoverage } from './PrintedCoverage.tsx';
import { ProvidersPages } from './ProvidersPages.tsx';

/** One framework: its public facts, its lots and tiers, who is on it, and what is asked there. */
export function FrameworkPage() {
  const { code, name } = useConsortium();
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: FrameworkQuery, variables: { id } });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <Page
      title={result.data?.framework?.title ?? 'Framework'}
      context={name}
      width="wide"
      subpages={<ProvidersPages />}
      actions={
        result.data?.framework?.viewerCanChange && (
          <Link
            className="govuk-button govuk-button--secondary"
            to={changeFrameworkAddress(code, id)}
          >
            Change
          </Link>
        )
      }
    >
      <QueryState
        result={result}
        title="this framework"
        lines={14}
        retry={again}
        isNamed
        isEmpty={({ framework }) => framework === null}
        empty={
          <p>
            There is no such framework that you may read.{' '}
            <Link to={frameworksAddress(code)}>All frameworks</Link>
          </p>
        }
      >
        {({ framework }) => framework && <FrameworkView framework={framework} onStale={again} />}
      </QueryState>
    </Page>
  );
}

function FrameworkView(props: { readonly framework: Framework; readonly onStale: () => void }) {
  const { framework, onStale } = props;
  const { place, say, sentence } = useSaid();
  return (
    <>
      <p className="page__lead">
        {frameworkSentence(framework, todayInLondon())}{' '}
        {framework.synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      <WhatWasSaid place={place} sentence={sentence} />
      <FrameworkLots framework={framework} />
      <FrameworkMembers framework={framework} onStale={onStale} onDone={say} />
      <FrameworkUplifts framework={framework} onDone={say} />
      <FrameworkCoverage framework={framework} />
      {isOfTrust(framework) && <PrintedCoverage />}
      <FrameworkFacts framework={framework} />
      {framework.viewerCanChange && (
        <ExtensionForm
          mutation={ChangeFrameworkMutation}
          of={framework}
          rights={framework.extensions}
          onStale={onStale}
          onDone={say}
        />
      )}
    </>
  );
}

/** Whether the published table of Northamptonshire’s coverage is about this framework. */
const isOfTrust = ({ buyers }: Framework) =>
  buyers.some(({ code }) => code === 'E06000061' || code === 'E06000062');
