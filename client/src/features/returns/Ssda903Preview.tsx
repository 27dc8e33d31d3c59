import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { saveFile } from '../../components/charts/chart-download.ts';
import { Notification } from '../../components/Notification.tsx';
import { useMediaQuery } from '../../components/use-media-query.ts';
import { WorkProgress } from '../../components/WorkProgress.tsx';
import { ReturnPreviewTable } from './ReturnPreviewTable.tsx';
import { writtenMonth } from './return-months.ts';
import { returnTitle } from './return-title.ts';
import { Ssda903Problems } from './Ssda903Problems.tsx';
import { sendingWords } from './sending-progress.ts';
import type { SendOutcome } from './sendings.ts';
import { countSentence, smallNumberSentence } from './ssda903-sentence.ts';
import { useSendReturn } from './use-send-return.ts';
import type { Ssda903Count } from './use-ssda903.ts';

interface PreviewProps {
  readonly count: Ssda903Count;
  readonly authorityName: string;
  /** Last day of the month, in words. */
  readonly day: string;
  /** False where counts can only be kept as files. */
  readonly maySend: boolean;
  readonly onSent: (sent: NonNullable<SendOutcome['sent']>) => void;
}

/** What was counted: the answer in a sentence, what is wrong with the files, and every cell that would be sent. */
export function Ssda903Preview(props: PreviewProps) {
  const { counted, fileNames, subject } = props.count;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // All tables one under the other would be fifteen screens of a phone.
  const isNarrow = useMediaQuery('screen and (max-width: 47.99rem)');

  return (
    <section aria-labelledby="ssda903-counted">
      <h2 id="ssda903-counted" tabIndex={-1} ref={heading}>
        {props.authorityName}, {writtenMonth(subject.period)}
      </h2>
      <p className="ssda903-answer" role="status">
        {countSentence(counted, props.day)}
      </p>
      <Ssda903Problems counted={counted} fileNames={fileNames} />
      <h3>What will be sent</h3>
      <p>
        These tables and nothing else. Every row also says {subject.authority} and {subject.period}.{' '}
        {smallNumberSentence(counted.preview)}
      </p>
      <SendActions {...props} />
      <div className="return-previews">
        {counted.preview.map((table) =>
          isNarrow ? (
            <details key={table.name} className="return-preview-fold">
              <summary>{table.title}</summary>
              <ReturnPreviewTable table={table} />
            </details>
          ) : (
            <ReturnPreviewTable key={table.name} table={table} />
          ),
        )}
      </div>
    </section>
  );
}

function SendActions(props: PreviewProps) {
  const { counted, subject } = props.count;
  const { progress, send } = useSendReturn();
  const [problem, setProblem] = useState<string | null>(null);

  const name = `placements-${subject.period}.xlsx`;
  const sendNow = async () => {
    setProblem(null);
    const files = [new File([counted.workbook], name, { lastModified: 0 })];
    const given = { ...subject, dataset: 'placements', saying: 'files' as const, files };
    const { authorityName } = props;
    const title = returnTitle({ ...given, authority: { name: authorityName } });
    const outcome = await send({ ...given, afterVersion: null }, title);
    if (outcome === null) return;
    if (outcome.sent) props.onSent(outcome.sent);
    else setProblem(outcome.problem);
  };

  return (
    <>
      <div className="actions">
        {props.maySend && (
          <Button
            onClick={() => void sendNow()}
            working={progress === null ? undefined : 'Sending'}
          >
            Send and check
          </Button>
        )}
        <Button kind="secondary" onClick={() => saveFile(counted.workbook, name)}>
          Download as a workbook
        </Button>
      </div>
      {progress && <WorkProgress id="return-progress" {...sendingWords(progress)} />}
      {problem !== null && (
        <Notification tone="bad" role="alert" title="Not sent">
          <p>{problem}</p>
        </Notification>
      )}
    </>
  );
}
