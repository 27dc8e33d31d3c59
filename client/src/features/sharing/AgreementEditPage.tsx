import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useChange } from '../../graphql/use-change.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { AgreementDraftForm } from './AgreementDraftForm.tsx';
import { agreementAddress } from './agreement-address.ts';
import type { AgreementDraft } from './agreement-draft.ts';
import { draftOf, inputOf } from './agreement-draft.ts';
import { draftDifferences } from './agreement-draft-check.ts';
import { UpdateDraftAgreementMutation } from './agreement-mutations.ts';
import type { Agreement } from './sharing-queries.ts';
import { AgreementQuery, OrganisationsQuery } from './sharing-queries.ts';
import './sharing.scss';

/** Edits a draft. If somebody else saved it meanwhile, says what they changed and keeps what was typed. */
export function AgreementEditPage() {
  const { code, name } = useConsortium();
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: AgreementQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  return (
    <Page title="Edit the draft" context={name}>
      <QueryState
        result={result}
        title="the draft"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
        isEmpty={({ sharingAgreement }) => !sharingAgreement?.viewerCanEdit}
        empty={
          <p>
            There is no draft here that you may edit.{' '}
            <Link to={`/${code}/sharing/agreements`}>See all agreements</Link>
          </p>
        }
      >
        {({ sharingAgreement }) =>
          sharingAgreement && <EditForm key={sharingAgreement.id} agreement={sharingAgreement} />
        }
      </QueryState>
    </Page>
  );
}

function EditForm(props: { readonly agreement: Agreement }) {
  const { code } = useConsortium();
  const navigate = useNavigate();
  const client = useClient();
  // What the form began with stays, also when the page around it hears of a newer revision.
  const [began] = useState(props.agreement);
  const [first] = useState(() => draftOf(began));
  const seen = useRef(began);
  const [theirs, setTheirs] = useState<readonly string[] | null>(null);
  const [{ data }] = useQuery({ query: OrganisationsQuery, variables: { consortium: code } });
  const { fetching, change } = useChange(UpdateDraftAgreementMutation);
  const { id } = began;
  const address = agreementAddress(code, id);

  const save = async (draft: AgreementDraft) => {
    const { revision } = seen.current;
    const outcome = await change({ input: { id, revision, ...inputOf(draft) } });
    if (outcome.problem === null) {
      void navigate(address, { state: { said: 'The draft was saved.' } });
      return null;
    }
    if (!outcome.isStale) return outcome.problem;

    const { data: now } = await client.query(
      AgreementQuery,
      { id },
      { requestPolicy: 'network-only' },
    );
    const latest = now?.sharingAgreement;
    if (!latest?.viewerCanEdit) return 'It is no longer a draft: somebody proposed it meanwhile.';
    setTheirs(draftDifferences(draftOf(seen.current), draftOf(latest)));
    seen.current = latest;
    return 'Somebody else saved this draft after you opened it, so yours was not saved. Nothing that you typed is lost.';
  };

  return (
    <AgreementDraftForm
      first={first}
      organisations={data?.consortium?.organisations ?? []}
      saving={fetching}
      save={save}
      onCancel={() => void navigate(address)}
      notice={theirs && <TheirChanges labels={theirs} address={address} />}
    />
  );
}

function TheirChanges(props: { readonly labels: readonly string[]; readonly address: string }) {
  return (
    <Notification tone="warn" title="They changed">
      <ul className="govuk-list govuk-list--bullet">
        {props.labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      <p>
        <a href={props.address} target="_blank" rel="noreferrer">
          Read the draft as they saved it (opens in a new tab)
        </a>
        . Put what you want to keep of it into the fields below. Saving again replaces theirs.
      </p>
    </Notification>
  );
}
