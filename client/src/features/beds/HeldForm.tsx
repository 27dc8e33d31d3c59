import type { ReactNode } from 'react';
import { Fragment, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../components/Button.tsx';
import { versionRead } from './home-version.ts';
import { confirmedWords, countsSentence } from './home-words.ts';
import type { Home } from './homes-queries.ts';

interface FormOfHome {
  readonly home: Home;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}

interface HeldHome {
  /** The home as it is shown to whoever fills the form in. */
  readonly home: Home;
  /** Stays the same while the form is the same. */
  readonly key: number;
  readonly isTyped: boolean;
  /** Whether its reader was just told by the server that it changed, and is shown next what it is now. */
  readonly isRefused: boolean;
}

/**
 * Keeps a form of a home as it was when somebody opened it, with what they typed, whatever others say of the home meanwhile. That is
 * said below it, and its reader chooses. The version that it names is always the one whose values they were shown.
 */
export function HeldForm(
  props: FormOfHome & {
    readonly children: (form: FormOfHome & { readonly beside: ReactNode }) => ReactNode;
  },
) {
  const { home, onStale, onDone } = props;
  const [held, setHeld] = useState<HeldHome | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const shown = held?.home ?? home;
  const isBehind = versionRead(shown) < versionRead(home);
  if (held?.isRefused && isBehind) setHeld({ ...held, home, isRefused: false });

  const onToggle = useEffectEvent(({ target }: Event) => {
    if (!(target instanceof HTMLDetailsElement)) return;
    if (target.open)
      setHeld(held ?? { home, key: versionRead(home), isTyped: false, isRefused: false });
    else if (held?.isTyped === false) setHeld(null);
  });
  useEffect(() => {
    const { current } = place;
    // It does not bubble, and what it is told of may be any fold of the form.
    current?.addEventListener('toggle', onToggle, true);
    return () => current?.removeEventListener('toggle', onToggle, true);
  }, []);
  const beginAgain = () => {
    flushSync(() => setHeld(null));
    const form = place.current?.querySelector('details');
    if (form) form.open = true;
    form?.querySelector('summary')?.focus();
  };
  return (
    <div ref={place} onChange={() => held && setHeld({ ...held, isTyped: true })}>
      <Fragment key={held?.key ?? versionRead(home)}>
        {props.children({
          home: { ...shown, version: versionRead(shown) },
          onStale: () => {
            setHeld(held && { ...held, isRefused: true });
            onStale();
          },
          onDone: (said) => {
            setHeld(null);
            onDone(said);
          },
          beside: (
            <ChangedMeanwhile
              present={held && isBehind ? home : null}
              onKeep={() => setHeld(held && { ...held, home })}
              onBeginAgain={beginAgain}
            />
          ),
        })}
      </Fragment>
    </div>
  );
}

/** Says below a form what others made of the home meanwhile, where it moves nothing that somebody reads or presses. */
function ChangedMeanwhile(props: {
  /** The home as it is now; null where it is as the form says. */
  readonly present: Home | null;
  readonly onKeep: () => void;
  readonly onBeginAgain: () => void;
}) {
  const { present, onKeep, onBeginAgain } = props;
  return (
    <div className="held-form__meanwhile">
      <p role="status">
        {present &&
          `Somebody changed this home since you opened this. Now: ${countsSentence(present.counts)}. ${confirmedWords(present)}. What you typed is still here.`}
      </p>
      {present && (
        <div className="actions">
          <Button kind="secondary" size="small" onClick={onKeep}>
            Keep what I typed
          </Button>
          <Button kind="secondary" size="small" onClick={onBeginAgain}>
            Begin again
          </Button>
        </div>
      )}
    </div>
  );
}
