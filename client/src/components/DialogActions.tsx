import { Button } from './Button.tsx';

/** The buttons that end a dialog: the one that does it, and the way out. */
export function DialogActions(props: {
  readonly kind?: 'primary' | 'warning';
  readonly button: string;
  /** What it is doing; undefined when at rest. */
  readonly working: string | undefined;
  readonly onClose: () => void;
}) {
  const { kind = 'primary', button, working, onClose } = props;
  return (
    <div className="actions">
      <Button kind={kind} type="submit" working={working}>
        {button}
      </Button>
      <Button kind="quiet" onClick={onClose}>
        Cancel
      </Button>
    </div>
  );
}
