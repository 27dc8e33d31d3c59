import type { ReactNode } from 'react';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';

/**
 * A button that says what is chosen, and below it a panel in which to choose otherwise. Figures
 * change behind the panel while it is open. Escape, or going elsewhere, closes it.
 */
export function ChoicePanel(props: {
  readonly label: string;
  /** What is chosen, in a few words. */
  readonly value: string;
  /** What the server or the address had against the choice. */
  readonly problem?: string | undefined;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { label, value, problem, onOpen, onClose } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  const toggle = (next: boolean) => {
    setOpen(next);
    if (next) onOpen();
    else onClose();
  };
  const close = useEffectEvent(() => toggle(false));

  useLayoutEffect(() => {
    if (!open || !panel.current) return;
    const { current } = panel;
    const place = () => moveIntoWindow(current);
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const onElsewhere = (event: Event) => {
      const { target } = event;
      if (target instanceof Node && target.isConnected && !root.current?.contains(target)) {
        close();
      }
    };
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from anything inside it.
    <div
      className="choice"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        toggle(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="choice__button"
        aria-expanded={open}
        aria-controls={id}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onClick={() => toggle(!open)}
      >
        <span className="choice__label">{label}</span>
        <span className="choice__value">{value}</span>
      </button>
      {problem !== undefined && (
        <p id={`${id}-problem`} className="govuk-error-message choice__problem">
          <VisuallyHidden>Error: </VisuallyHidden>
          {problem}
        </p>
      )}
      <div ref={panel} id={id} className="choice__panel" hidden={!open}>
        {open && props.children}
      </div>
    </div>
  );
}

/** Least distance between a panel and the edge of the window. Unit: CSS pixels. */
const edge = 16;

/** Moves a panel that would run off the right edge of the window to the left, as far as it must. */
function moveIntoWindow(panel: HTMLElement) {
  panel.style.translate = 'none';
  const beyond =
    panel.getBoundingClientRect().right - (document.documentElement.clientWidth - edge);
  if (beyond > 0) panel.style.translate = `${-Math.ceil(beyond)}px 0`;
}
