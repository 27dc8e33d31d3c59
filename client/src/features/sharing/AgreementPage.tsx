import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { AgreementActions } from './AgreementActions.tsx';
import { AgreementDocument } from './AgreementDocument.tsx';
import { AgreementStatusTag } from './AgreementStatusTag.tsx';
import { agreementAddress } from './agreement-address.ts';
import { agreementSentence } from './agreement-sentence.ts';
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

  return (
    <div className="agreement">
      <p className="agreement__marks">
        <AgreementStatusTag agreement={agreement} /> {agreement.reference}, version{' '}
        {agreement.version}
        {agreement.synthetic && ', synthetic: made up for this demonstration'}
      </p>
      <p className="page__lead">{agreementSentence(agreement)}</p>
      <div role="status" ref={said.place} tabIndex={-1}>
        {said.sentence !== null && (
          <Notification tone="good">
            <p>{said.sentence}</p>
          </Notification>
        )}
      </div>
      <AgreementActions
        agreement={agreement}
        onStale={onStale}
        onDone={(sentence, id) => {
          // A renewal is another version at another address; anything else happened to this one.
          if (id === agreement.id) said.say(sentence);
          else void navigate(agreementAddress(code, id), { state: { said: sentence } });
        }}
      />
      <AgreementDocument consortium={code} agreement={agreement} />
    </div>
  );
}

/** What was just done, here or on the page that led here. Takes the focus when it changes. */
function useSaid() {
  const place = useRef<HTMLDivElement>(null);
  const state: unknown = useLocation().state;
  const [own, say] = useState<string | null>(null);
  useEffect(() => {
    if (own !== null) place.current?.focus();
  }, [own]);
  return { place, say, sentence: own ?? saidIn(state) };
}

function saidIn(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('said' in state)) return null;
  return typeof state.said === 'string' ? state.said : null;
}
