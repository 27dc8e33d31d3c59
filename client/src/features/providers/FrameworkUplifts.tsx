import { useQuery } from 'urql';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { Framework, Uplift } from './framework-queries.ts';
import { UpliftsQuery } from './framework-queries.ts';
import { counted } from './market-words.ts';
import { UpliftAnswerForm } from './UpliftAnswerForm.tsx';
import { UpliftHandleForm } from './UpliftHandleForm.tsx';
import { UpliftRequestForm } from './UpliftRequestForm.tsx';
import { isOpen, upliftStatus, upliftTone } from './uplift-steps.ts';

/** Requests for higher prices on a framework, who handles each, and the viewer’s own answers. */
export function FrameworkUplifts(props: {
  readonly framework: Framework;
  readonly onDone: (said: string) => void;
}) {
  const { framework, onDone } = props;
  const { permissions } = useViewer();
  const [result, ask] = useQuery({ query: UpliftsQuery, variables: { framework: framework.id } });
  const again = () => ask({ requestPolicy: 'network-only' });
  const done = (said: string) => {
    again();
    onDone(said);
  };
  if (!permissions.includes('uplift:ask') && !permissions.includes('uplift:answer')) return null;
  return (
    <section className="section" aria-labelledby="framework-uplifts">
      <h2 id="framework-uplifts">Requests for higher prices</h2>
      <QueryState result={result} title="requests for higher prices" lines={3} retry={again}>
        {({ uplifts }) => {
          const found = uplifts.edges.map(({ node }) => node);
          const open = found.filter(isOpen).length;
          return (
            <>
              <p className="section__note">
                {found.length === 0
                  ? 'No request that you may see: those on frameworks you hold or buy by, and a provider’s own.'
                  : `${counted(found.length, 'request')}, ${open} of them not decided. One authority handles each for all who buy here; every authority answers for itself.`}
              </p>
              <ul className="lines">
                {found.map((uplift) => (
                  <li key={uplift.id}>
                    <UpliftLine
                      uplift={uplift}
                      framework={framework}
                      onStale={again}
                      onDone={done}
                    />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </QueryState>
      {permissions.includes('uplift:ask') && (
        <UpliftRequestForm framework={framework} onStale={again} onDone={done} />
      )}
    </section>
  );
}

function UpliftLine(props: {
  readonly uplift: Uplift;
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { uplift } = props;
  const { permissions } = useViewer();
  const { provider, percent, status, askedOn, decidedOn, grantedPercent, link, answers } = uplift;
  return (
    <>
      <strong>{provider?.name ?? 'A provider'}</strong> asks for {percent}% more{' '}
      <Tag tone={upliftTone[status]}>{upliftStatus[status]}</Tag>{' '}
      {uplift.synthetic && <Tag tone="warn">synthetic</Tag>}
      <span className="table__note">
        Asked on {writtenDay(askedOn)}: {uplift.reason} Handled by {link?.name ?? 'nobody yet'}
        {decidedOn !== null && `, decided on ${writtenDay(decidedOn)}`}
        {grantedPercent !== null && `: ${grantedPercent}% agreed`}.
      </span>
      {answers.map((answer) => (
        <span key={answer.authority?.code} className="table__note">
          {answer.authority?.name} answered: {answer.grantedPercent}%
          {answer.fromOn !== null && ` from ${writtenDay(answer.fromOn)}`}
          {answer.note !== null && `. ${answer.note}`}
        </span>
      ))}
      {(uplift.viewerCanHandle || uplift.viewerCanWithdraw) && <UpliftHandleForm {...props} />}
      {permissions.includes('uplift:answer') && <UpliftAnswerForm {...props} />}
    </>
  );
}
