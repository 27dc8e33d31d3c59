import type { FormEvent } from 'react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldChoices } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useChangeForm } from '../../components/use-change-form.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { AgreementDocument } from './AgreementDocument.tsx';
import { agreementAddress } from './agreement-address.ts';
import { SignAgreementMutation } from './agreement-mutations.ts';
import { unsigned } from './agreement-sentence.ts';
import type { Agreement } from './sharing-queries.ts';
import { AgreementQuery } from './sharing-queries.ts';
import './sharing.scss';

/** Signs an agreement for the viewer’s organisation, below all that is being signed. */
export function AgreementSignPage() {
  const { name, code } = useConsortium();
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: AgreementQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const agreement = result.data?.sharingAgreement;

  return (
    <Page
      title={agreement ? `Sign ${agreement.reference}` : 'Sign an agreement'}
      context={`${name} sharing agreement`}
    >
      <QueryState
        result={result}
        title="the agreement"
        lines={14}
        retry={again}
        isEmpty={({ sharingAgreement }) => sharingAgreement === null}
        empty={<p>There is no agreement here that you may sign.</p>}
      >
        {({ sharingAgreement }) =>
          sharingAgreement && (
            <div className="agreement">
              <SignLead agreement={sharingAgreement} />
              <AgreementDocument consortium={code} agreement={sharingAgreement} />
              <SignForm agreement={sharingAgreement} onStale={again} />
            </div>
          )
        }
      </QueryState>
    </Page>
  );
}

function SignLead({ agreement }: { readonly agreement: Agreement }) {
  const { organisation } = useViewer();
  const others = unsigned(agreement).length - 1;
  return (
    <div className="page__lead">
      <p>
        You are about to sign “{agreement.title}”, version {agreement.version}, for {organisation}.
        {agreement.viewerCanSign &&
          (others > 0
            ? ` It gives sight between the parties that have signed, until ${writtenDay(agreement.endsOn)}.`
            : ` Yours is the last signature: it runs until ${writtenDay(agreement.endsOn)}.`)}
      </p>
    </div>
  );
}

function SignForm(props: { readonly agreement: Agreement; readonly onStale: () => void }) {
  const { agreement, onStale } = props;
  const { code } = useConsortium();
  const { organisation, organisationSlug } = useViewer();
  const navigate = useNavigate();
  const [authorised, setAuthorised] = useState(false);
  const { problems, problemOf, fetching, make } = useChangeForm(SignAgreementMutation, {
    onStale,
    onDone: (id) => {
      const said = `Signed for ${organisation}.`;
      void navigate(agreementAddress(code, id), { state: { said }, replace: true });
    },
  });
  const address = agreementAddress(code, agreement.id);
  const party = agreement.parties.find((own) => own.organisation.slug === organisationSlug);

  if (!agreement.viewerCanSign) {
    return (
      <p className="section">
        {party?.signedAt
          ? `${organisation} signed it on ${writtenDay(party.signedAt)}.`
          : 'There is nothing here for you to sign.'}{' '}
        <Link to={address}>Go to the agreement</Link>
      </p>
    );
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { id, revision } = agreement;
    const message = 'Confirm that you have the authority to sign';
    void make({ id, revision }, authorised ? [] : [{ field: 'authority', message }]);
  };

  return (
    <section className="section agreement__sign" aria-labelledby="signature">
      <h2 id="signature">Your signature</h2>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problems={problems} />
        <FieldChoices<'yes'>
          id="authority"
          kind="checkboxes"
          label={`Authority to sign for ${organisation}`}
          hint="Sight opens at once when enough parties have signed, or on the first day. Your account, the day and the time are recorded with the signature, and in the log of every party."
          problem={problemOf('authority')}
          choices={[
            {
              value: 'yes',
              text: `I have read all of it and have the authority to sign it for ${organisation}${
                party ? ` (${party.signatory})` : ''
              }`,
            },
          ]}
          chosen={authorised ? ['yes'] : []}
          onChange={(_, on) => setAuthorised(on)}
        />
        <div className="actions">
          <Button type="submit" working={fetching ? 'Signing' : undefined}>
            Sign
          </Button>
          <Link to={address}>Do not sign now</Link>
        </div>
      </form>
    </section>
  );
}
