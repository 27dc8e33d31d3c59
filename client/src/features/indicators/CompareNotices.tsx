import { Link } from 'react-router';
import { Notification } from '../../components/Notification.tsx';
import { writtenDay } from './london-day.ts';

/** What a reader must know before the figures: a faulty address was put right; the day is not today. */
export function CompareNotices(props: {
  readonly repairs: readonly string[];
  readonly asAt: string | null;
  /** Address of the same comparison with figures as they are now. */
  readonly nowAddress: string;
}) {
  const { repairs, asAt, nowAddress } = props;
  return (
    <>
      {asAt !== null && (
        <Notification tone="warn">
          <p>
            <strong>Figures as the platform knew them on {writtenDay(asAt)}.</strong>{' '}
            <Link to={nowAddress} preventScrollReset>
              Show figures as they are now
            </Link>
          </p>
        </Notification>
      )}
      {repairs.length > 0 && (
        <Notification role="status" title="Part of this address could not be used">
          <ul className="compare-repairs">
            {repairs.map((repair) => (
              <li key={repair}>{repair}</li>
            ))}
          </ul>
        </Notification>
      )}
    </>
  );
}
