import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useChange } from '../../graphql/use-change.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { AgreementDraftForm } from './AgreementDraftForm.tsx';
import { agreementAddress } from './agreement-address.ts';
import type { AgreementDraft } from './agreement-draft.ts';
import { emptyDraft, inputOf } from './agreement-draft.ts';
import { DraftAgreementMutation } from './agreement-mutations.ts';
import { OrganisationsQuery } from './sharing-queries.ts';
import './sharing.scss';

/** Drafts a new agreement; nobody else sees it before it is proposed. */
export function AgreementNewPage() {
  const { code, name } = useConsortium();
  const navigate = useNavigate();
  const [result, ask] = useQuery({ query: OrganisationsQuery, variables: { consortium: code } });
  const { fetching, change } = useChange(DraftAgreementMutation);
  const [first] = useState(emptyDraft);

  const save = async (draft: AgreementDraft) => {
    const outcome = await change({ input: { consortium: code, ...inputOf(draft) } });
    if (outcome.problem !== null) return outcome.problem;
    const said = 'The draft was saved. Propose it when the parties may read it.';
    void navigate(agreementAddress(code, outcome.id), { state: { said } });
    return null;
  };

  return (
    <Page
      title="Draft an agreement"
      context={name}
      lead={<p>Nobody outside your organisation sees it before you propose it.</p>}
    >
      <QueryState
        result={result}
        title="who can be a party"
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ consortium }) => (
          <AgreementDraftForm
            first={first}
            organisations={consortium?.organisations ?? []}
            saving={fetching}
            notice={null}
            save={save}
            onCancel={() => void navigate(`/${code}/sharing/agreements`)}
          />
        )}
      </QueryState>
    </Page>
  );
}
