import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { AgreementRenewDialog } from './AgreementRenewDialog.tsx';
import { agreementAddress } from './agreement-address.ts';
import type { AgreementStep } from './agreement-steps.ts';
import { isPossible, steps } from './agreement-steps.ts';
import type { Agreement } from './sharing-queries.ts';

/** What the viewer may do with an agreement now; nothing where they may only read. */
export function AgreementActions(props: {
  readonly agreement: Agreement;
  /** Called when somebody else changed the agreement meanwhile. */
  readonly onStale: () => void;
  /** Called with a sentence that says what was done, and the id of the version it was done to; null where it is gone. */
  readonly onDone: (sentence: string, id: string | null) => void;
}) {
  const { agreement } = props;
  const { code } = useConsortium();
  const [doing, setDoing] = useState<AgreementStep | null>(null);
  const address = agreementAddress(code, agreement.id);
  const possible = steps.filter((step) => isPossible(step, agreement));
  if (!agreement.viewerCanEdit && !agreement.viewerCanSign && possible.length === 0) return null;

  const done = (sentence: string, id: string | null) => {
    setDoing(null);
    props.onDone(sentence, id);
  };
  const dialog = { onStale: props.onStale, onClose: () => setDoing(null) };
  const about = {
    seen: { id: agreement.id, revision: agreement.revision },
    about: (
      <>
        <strong>{agreement.reference}</strong>, {agreement.title}.{' '}
      </>
    ),
  };
  return (
    <div className="actions agreement__actions">
      {agreement.viewerCanSign && (
        <Link className="govuk-button" to={`${address}/sign`}>
          Read and sign
        </Link>
      )}
      {agreement.viewerCanEdit && (
        <Link className="govuk-button govuk-button--secondary" to={`${address}/edit`}>
          Edit the draft
        </Link>
      )}
      {possible.map((step) => (
        <Button
          key={step.name}
          kind={step.kind === 'confirm' && step.isMain ? 'primary' : 'secondary'}
          onClick={() => setDoing(step)}
        >
          {step.button}
        </Button>
      ))}
      {doing?.kind === 'confirm' && (
        <ConfirmDialog
          change={doing}
          {...about}
          {...dialog}
          onDone={(id) => done(doing.done, id)}
        />
      )}
      {doing?.kind === 'reason' && (
        <ReasonDialog
          change={doing}
          hint="Everybody who may read the agreement sees it. Name no person."
          {...about}
          {...dialog}
          onDone={(id) => done(doing.done, id)}
        />
      )}
      {doing?.kind === 'renew' && (
        <AgreementRenewDialog agreement={agreement} {...dialog} onDone={done} />
      )}
    </div>
  );
}
