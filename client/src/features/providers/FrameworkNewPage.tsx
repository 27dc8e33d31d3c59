import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { FrameworkFields } from './FrameworkFields.tsx';
import { addFrameworkInput, newFramework } from './framework-draft.ts';
import { frameworkFields, missingOfFramework } from './framework-draft-check.ts';
import { AddFrameworkMutation } from './framework-mutations.ts';
import type { FrameworkChoices } from './framework-queries.ts';
import { FrameworkChoicesQuery } from './framework-queries.ts';
import { MarketForm } from './MarketForm.tsx';
import { frameworkAddress, frameworksAddress } from './market-address.ts';
import { ProvidersPages } from './ProvidersPages.tsx';
import { useLeads } from './use-leads.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'framework-';

/** Adds a framework that the viewer’s organisation leads, or keeps as the hub. */
export function FrameworkNewPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const [result, ask] = useQuery({
    query: FrameworkChoicesQuery,
    variables: { consortium: code },
  });
  if (!permissions.includes('framework:write')) {
    return (
      <Page
        title="Add a framework"
        context={name}
        width="text"
        lead={
          <p>Frameworks are added by commissioners of the authority that leads, and by hubs.</p>
        }
      >
        <p>
          <Link to={frameworksAddress(code)}>All frameworks</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="Add a framework"
      context={name}
      subpages={<ProvidersPages />}
      lead={
        <p>
          What is public of it. Who is on it and what it costs are added on its own page, and are
          not published.
        </p>
      }
    >
      <QueryState result={result} title="the form" lines={12} retry={ask}>
        {(choices) => <FrameworkNewForm choices={choices} />}
      </QueryState>
    </Page>
  );
}

function FrameworkNewForm({ choices }: { readonly choices: FrameworkChoices }) {
  const { code } = useConsortium();
  const { organisation, role } = useViewer();
  const navigate = useNavigate();
  const leads = useLeads(choices);
  const none = { code: '', name: organisation };
  const [empty] = useState(() => newFramework((role.startsWith('hub') ? null : leads[0]) ?? none));
  const form = useMarketForm(AddFrameworkMutation, {
    ...{ id, draft: empty, onStale: () => undefined },
    fields: (draft) => frameworkFields(id, draft, empty),
    onDone: ({ addFramework }) =>
      void navigate(frameworkAddress(code, addFramework.id), {
        state: { said: `Added: ${form.draft.title.trim()}.` },
      }),
  });
  useLeaveWarning(form.draft !== empty);
  return (
    <MarketForm
      form={form}
      button="Add the framework"
      working="Adding"
      beside={<Link to={frameworksAddress(code)}>Cancel</Link>}
      onSubmit={() =>
        void form.send(addFrameworkInput(form.draft), missingOfFramework(id, form.draft))
      }
    >
      <FrameworkFields form={form} choices={choices} leads={leads} />
    </MarketForm>
  );
}
