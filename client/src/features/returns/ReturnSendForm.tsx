import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { DropZone } from '../../components/DropZone.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldChoices, FieldSelect } from '../../components/Field.tsx';
import { Notification } from '../../components/Notification.tsx';
import { WorkProgress } from '../../components/WorkProgress.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { datasetHeading } from '../sharing/sharing-words.ts';
import { returnAddress } from './return-address.ts';
import type { Return } from './return-queries.ts';
import { returnTitle } from './return-title.ts';
import { SendingNotice } from './SendingNotice.tsx';
import type { ReturnSaying } from './send-return.ts';
import { filesProblem } from './send-return.ts';
import type { SendChoice } from './send-subject.ts';
import { sendingWords } from './sending-progress.ts';
import type { SendOutcome } from './sendings.ts';
import { useSendReturn } from './use-send-return.ts';

const filesField = 'return-files';
const noProblems: readonly FieldProblem[] = [];

const sayings: readonly {
  readonly value: ReturnSaying;
  readonly text: string;
  readonly hint: string;
}[] = [
  {
    value: 'files',
    text: 'What is in my files',
    hint: 'A workbook, or a CSV file for each table. Tidy files of Explore Education Statistics and Ofsted’s provider-level file are read as they are.',
  },
  {
    value: 'nil',
    text: 'Nothing happened',
    hint: 'No event in the month: every count of events is 0. Of what there is at its end it says nothing.',
  },
  {
    value: 'noChange',
    text: 'Nothing changed',
    hint: 'What there was at the end of the month before is still there, and nothing happened.',
  },
];

/** Chooses what to send, sends it, and keeps everything that was chosen if it was not taken. */
export function ReturnSendForm(props: {
  readonly choice: SendChoice;
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
  readonly months: readonly { readonly value: string; readonly text: string }[];
  /** The latest version there is; null where there is none. */
  readonly latest: Return | null;
  /** False while nobody knows whether there is one. */
  readonly isKnown: boolean;
  readonly onChoose: (changed: Partial<SendChoice>) => void;
  readonly onSent: (sent: NonNullable<SendOutcome['sent']>) => void;
  readonly onConflict: () => void;
}) {
  const { choice, latest, isKnown } = props;
  const [saying, setSaying] = useState<ReturnSaying>('files');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [problems, setProblems] = useState(noProblems);
  const { progress, isOtherUnderWay, send } = useSendReturn();

  const given = {
    ...choice,
    saying,
    files: saying === 'files' ? files : [],
    afterVersion: isKnown ? (latest?.version ?? 0) : null,
  };

  const sendNow = async () => {
    const outcome = await send(given, titleOf(props));
    if (outcome === null) return;
    if (outcome.sent) return props.onSent(outcome.sent);
    const field = saying === 'files' && !outcome.isConflict ? filesField : null;
    setProblems([{ field, message: outcome.problem }]);
    if (outcome.isConflict) props.onConflict();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (progress !== null) return;
    const problem = filesProblem(saying, files);
    setProblems(problem === null ? noProblems : [{ field: filesField, message: problem }]);
    if (problem === null) void sendNow();
  };

  return (
    <form className="return-send" onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} />
      <SendSubject {...props} />
      {isOtherUnderWay && <SendingNotice />}
      {latest?.locked ? (
        <Locked latest={latest} />
      ) : (
        <>
          <FieldChoices
            id="return-saying"
            kind="radios"
            label="What does it say?"
            choices={sayings}
            chosen={[saying]}
            onChange={setSaying}
          />
          {saying === 'files' && (
            <DropZone
              id={filesField}
              label="Files"
              hint="XLSX or CSV, up to 20 files and 100 MB in all. Drop them here or choose them. No file with rows about single children: count those first."
              problem={problems.find(({ field }) => field === filesField)?.message}
              accept=".csv,.txt,.xlsx,text/csv"
              files={files}
              onFiles={setFiles}
            />
          )}
          <p className="section__note">
            Sending checks it. You see what was read and what is wrong with it before you submit it
            for approval.
          </p>
          <div className="actions">
            <Button type="submit" working={progress === null ? undefined : 'Sending'}>
              Send and check
            </Button>
            <a href={`/exports/return-template.xlsx?dataset=${choice.dataset}`} download>
              Template for {datasetHeading(choice.dataset).toLowerCase()} (XLSX)
            </a>
          </div>
        </>
      )}
      <div className="return-send__progress" aria-live="polite">
        {progress && <WorkProgress id="return-progress" {...sendingWords(progress)} />}
      </div>
    </form>
  );
}

function titleOf(props: {
  readonly choice: SendChoice;
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
}): string {
  const { authority, dataset, period } = props.choice;
  const name = props.authorities.find(({ code }) => code === authority)?.name ?? authority;
  return returnTitle({ dataset, period, authority: { name } });
}

function SendSubject(props: {
  readonly choice: SendChoice;
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
  readonly months: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (changed: Partial<SendChoice>) => void;
}) {
  const { choice, authorities, months, onChoose } = props;
  return (
    <div className="return-send__subject">
      <FieldSelect
        id="return-authority"
        label="Authority"
        value={choice.authority}
        onChange={(event) => onChoose({ authority: event.target.value })}
        options={authorities.map(({ code, name }) => ({ value: code, text: name }))}
      />
      <FieldSelect
        id="return-dataset"
        label="Dataset"
        value={choice.dataset}
        onChange={(event) => {
          const dataset = datasets.find((one) => one === event.target.value);
          if (dataset) onChoose({ dataset });
        }}
        options={datasets.map((value) => ({ value, text: datasetHeading(value) }))}
      />
      <FieldSelect
        id="return-month"
        label="Month"
        value={choice.period}
        onChange={(event) => onChoose({ period: event.target.value })}
        options={months}
      />
    </div>
  );
}

function Locked({ latest }: { readonly latest: Return }) {
  const { code } = useConsortium();
  return (
    <Notification tone="warn" title="Locked">
      <p>
        <Link to={returnAddress(code, latest.id)}>Version {latest.version}</Link> is approved, so
        nothing new can be sent. An approver of your authority can reopen it there, with a reason.
      </p>
    </Notification>
  );
}
