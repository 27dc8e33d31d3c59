import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { AgreementActions } from './AgreementActions.tsx';
import { AgreementDocument } from './AgreementDocument.tsx';
import { AgreementStatusTag } from './AgreementStatusTag.tsx';
import { agreementAddress } from './agreement-address.ts';
import { agreementSentence, pendingSentence } from './agreement-sentence.ts';
import type { Agreement } from './sharing-queries.ts';
import { AgreementQuery } from './sharing-queries.ts';
import './sharing.scss';

/** One version of an agreement: where it stands, what the viewer may do with it, all it says. */
export function AgreementPage() {
  const { code, name } = useConsortium();
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: AgreementQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const agreement = result.data?.sharingAgreement;

  if (agreement && agreement.consortium.code !== code) {
    return <Navigate to={agreementAddress(agreement.consortium.code, agreement.id)} replace />;
  }
  return (
    <Page title={agreement?.title ?? 'Agreement'} context={`${name} sharing agreement`}>
      <QueryState
        result={result}
        title="the agreement"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
        isEmpty={({ sharingAgreement }) => sharingAgreement === null}
        isNamed
        empty={
          <p>
            There is no agreement here that you may read.{' '}
            <Link to={`/${code}/sharing/agreements`}>See all agreements</Link>
          </p>
        }
      >
        {({ sharingAgreement }) =>
          sharingAgreement && (
            <AgreementReady
              agreement={sharingAgreement}
              onStale={() => ask({ requestPolicy: 'network-only' })}
            />
          )
        }
      </QueryState>
    </Page>
  );
}

function AgreementReady(props: { readonly agreement: Agreement; readonly onStale: () => void }) {
  const { agreement, onStale } = props;
  const { code } = useConsortium();
  const navigate = useNavigate();
  const said = useSaid();
  const pending = pendingSentence(agreement);

  return (
    <div className="agreement">
      <p className="agreement__marks">
        <AgreementStatusTag agreement={agreement} /> {agreement.reference}, version{' '}
        {agreement.version}
        {agreement.synthetic && ', synthetic: made up for this demonstration'}
      </p>
      <p className="page__lead">{agreementSentence(agreement)}</p>
      {pending !== null && <p>{pending}</p>}
      <WhatWasSaid place={said.place} sentence={said.sentence} />
      <AgreementActions
        agreement={agreement}
        onStale={onStale}
        onDone={(sentence, id) => {
          // A renewal is another version at another address, and a deleted draft is nowhere.
          if (id === agreement.id) said.say(sentence);
          else void navigate(agreementAddress(code, id), { state: { said: sentence } });
        }}
      />
      <AgreementDocument consortium={code} agreement={agreement} />
    </div>
  );
}
