import { WorkProgress } from '../../components/WorkProgress.tsx';
import { megabytes } from './sending-progress.ts';

/** How far the reading is, with a way out. Unit: bytes. */
export function Ssda903Progress(props: {
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}) {
  const { done, total, onCancel } = props;
  const words =
    done < total ? `Read ${megabytes(done)} of ${megabytes(total)} MB` : 'Counting the month';
  return (
    <WorkProgress id="ssda903-progress" words={words} done={done} total={total} onStop={onCancel} />
  );
}
