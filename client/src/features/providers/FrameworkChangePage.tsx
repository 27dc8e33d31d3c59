import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FrameworkFields } from './FrameworkFields.tsx';
import { changeFrameworkInput, frameworkDraft } from './framework-draft.ts';
import { frameworkFields, missingOfFramework } from './framework-draft-check.ts';
import { ChangeFrameworkMutation } from './framework-mutations.ts';
import type { Framework, FrameworkChoices } from './framework-queries.ts';
import { FrameworkChoicesQuery, FrameworkQuery } from './framework-queries.ts';
import { MarketForm } from './MarketForm.tsx';
import { frameworkAddress } from './market-address.ts';
import { counted, termInWords } from './market-words.ts';
import { ProvidersPages } from './ProvidersPages.tsx';
import { useLeads } from './use-leads.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'framework-';

/** Changes a framework of the viewer’s organisation. */
export function FrameworkChangePage() {
  const { code, name } = useConsortium();
  const { id: framework = '' } = useParams();
  const [result, ask] = useQuery({ query: FrameworkQuery, variables: { id: framework } });
  const [choices] = useQuery({ query: FrameworkChoicesQuery, variables: { consortium: code } });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <Page
      title={`Change ${result.data?.framework?.title ?? 'a framework'}`}
      context={name}
      subpages={<ProvidersPages />}
    >
      <QueryState
        result={result}
        title="this framework"
        lines={14}
        retry={again}
        isNamed
        isEmpty={(data) => data.framework?.viewerCanChange !== true}
        empty={
          <p>
            It is not yours to change: who entered it changes it.{' '}
            <Link to={frameworkAddress(code, framework)}>To the framework</Link>
          </p>
        }
      >
        {(data) =>
          data.framework &&
          choices.data && (
            <FrameworkChangeForm
              framework={data.framework}
              choices={choices.data}
              onStale={again}
            />
          )
        }
      </QueryState>
    </Page>
  );
}

function FrameworkChangeForm(props: {
  readonly framework: Framework;
  readonly choices: FrameworkChoices;
  readonly onStale: () => void;
}) {
  const { framework, choices, onStale } = props;
  const { code } = useConsortium();
  const navigate = useNavigate();
  const leads = useLeads(choices);
  // What differs from this is the change, whatever others changed meanwhile.
  const [before] = useState(() => frameworkDraft(framework));
  const own = frameworkAddress(code, framework.id);
  const form = useMarketForm(ChangeFrameworkMutation, {
    ...{ id, draft: before, onStale },
    fields: (draft) => frameworkFields(id, draft, before),
    onDone: () => void navigate(own, { state: { said: `Changed: ${form.draft.title.trim()}.` } }),
  });
  useLeaveWarning(form.draft !== before);
  return (
    <MarketForm
      form={form}
      present={`${framework.title}, ${counted(framework.lots.length, 'lot')}, ${termInWords(framework.startsOn, framework.endsOn)}.`}
      button="Keep the changes"
      working="Keeping"
      beside={<Link to={own}>Cancel</Link>}
      onSubmit={() =>
        void form.send(
          changeFrameworkInput(form.draft, before, framework),
          missingOfFramework(id, form.draft),
        )
      }
    >
      <FrameworkFields form={form} choices={choices} leads={leads} />
    </MarketForm>
  );
}
