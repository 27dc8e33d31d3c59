import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';

/**
 * A dialog in front of the page: the browser keeps the focus inside, Escape closes it, and the
 * focus goes back to what opened it. Render it only while it is open.
 *
 * `side` is a panel along the right edge for looking something up; `centre` is for a decision.
 */
export function Dialog(props: {
  readonly title: ReactNode;
  readonly place?: 'centre' | 'side';
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape, which the browser turns into `cancel`, is the key.
    <dialog
      ref={dialog}
      className={`dialog dialog--${props.place ?? 'centre'}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) props.onClose();
      }}
    >
      <div className="dialog__body">
        <div className="dialog__head">
          <h2 id={titleId} className="dialog__title">
            {props.title}
          </h2>
          <button type="button" className="link-button dialog__close" onClick={props.onClose}>
            Close
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
