import { dayInWords } from '@sufficiency/shared/days.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { useNavigate } from 'react-router';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { ReturnsPages } from './ReturnsPages.tsx';
import { returnAddress } from './return-address.ts';
import { Ssda903Choice } from './Ssda903Choice.tsx';
import { Ssda903Preview } from './Ssda903Preview.tsx';
import { Ssda903Progress } from './Ssda903Progress.tsx';
import { useSsda903 } from './use-ssda903.ts';
import './ssda903.scss';

/** Counts an authority's SSDA903 files in this browser, shows what the counts are, and sends them if told to. */
export function Ssda903Page() {
  const { code } = useConsortium();
  const { authorities, permissions } = useViewer();
  const { state, start, cancel } = useSsda903();
  const navigate = useNavigate();

  return (
    <Page
      title="Count SSDA903 files"
      subpages={<ReturnsPages />}
      context="Placements return"
      lead={
        <p>
          Choose your header, episodes and UASC files. They are read and counted in this browser: no
          row about a child leaves your computer, and nothing of it is kept. You see every number
          before anything is sent.
        </p>
      }
    >
      {authorities.length === 0 ? (
        <p>Your organisation answers for no authority, so it has no return to make.</p>
      ) : (
        <Ssda903Choice authorities={authorities} onCount={start} />
      )}
      {state.kind === 'counting' && <Ssda903Progress {...state} onCancel={cancel} />}
      {state.kind === 'failed' && (
        <Notification tone="bad" role="alert" title="The files could not be counted">
          <p>{state.message} Nothing was sent. Check the files and choose them again.</p>
        </Notification>
      )}
      {state.kind === 'counted' && (
        <Ssda903Preview
          key={JSON.stringify(state.count.subject)}
          count={state.count}
          authorityName={
            authorities.find(({ code }) => code === state.count.subject.authority)?.name ?? ''
          }
          day={dayInWords(calendarMonth(state.count.subject.period).endsOn)}
          maySend={permissions.includes('return:submit')}
          onSent={({ id, version }) =>
            void navigate(returnAddress(code, id), {
              state: { said: `Version ${version} was received and checked.` },
            })
          }
        />
      )}
    </Page>
  );
}
