import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { CallOffCorrectForm, CallOffTakeBackForm } from './CallOffCorrectForm.tsx';
import { callOffInWords } from './call-off-words.ts';
import type { Framework, FrameworkMember } from './framework-queries.ts';

/** Call-offs that are shown at first. */
const few = 5;

/** What the viewer’s own organisation called off a membership, the latest first, each to be corrected or taken back. */
export function CallOffList(props: {
  readonly award: FrameworkMember;
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { callOffs } = props.award;
  const [isWhole, setIsWhole] = useState(callOffs.length <= few);
  if (callOffs.length === 0) return null;
  return (
    <section className="section" aria-labelledby="own-call-offs">
      <h3 id="own-call-offs">Own call-offs</h3>
      <ul className="lines">
        {callOffs.slice(0, isWhole ? undefined : few).map((callOff) => (
          <li key={callOff.id}>
            {callOffInWords(callOff)}
            {callOff.viewerCanCorrect && (
              <>
                <CallOffCorrectForm callOff={callOff} {...props} />
                <CallOffTakeBackForm callOff={callOff} {...props} />
              </>
            )}
          </li>
        ))}
      </ul>
      {!isWhole && (
        <Button kind="secondary" size="small" onClick={() => setIsWhole(true)}>
          Show all {callOffs.length}
        </Button>
      )}
    </section>
  );
}
