import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { Tag } from '../../components/Tag.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { frameworkAddress } from './market-address.ts';
import { counted } from './market-words.ts';
import { judgementShort } from './service-words.ts';
import type { Notice } from './watch-queries.ts';
import { noticeWord } from './watch-words.ts';

/** Notifications one below the other, each with the service, the framework, its condition and own placements. */
export function NoticeList(props: {
  readonly notices: readonly Notice[];
  /** Marks one as read; absent where they are. */
  readonly onRead?: (notice: Notice) => void;
}) {
  const { code } = useConsortium();
  const { notices, onRead } = props;
  return (
    <ul className="notices">
      {notices.map((notice) => {
        const { id, kind, title, sentence, urn, framework, placements, synthetic } = notice;
        return (
          <li key={id}>
            <h3>{title}</h3>
            <p>
              <Tag tone={kind === 'JUDGEMENT_BREAKS_CONDITION' ? 'bad' : 'warn'}>
                {noticeWord[kind]}
              </Tag>{' '}
              <Tag tone={placements > 0 ? 'accent' : 'neutral'}>
                {placements === 0
                  ? 'no placement of yours'
                  : counted(placements, 'placement of yours', 'placements of yours')}
              </Tag>{' '}
              {synthetic && <Tag tone="warn">synthetic</Tag>}
            </p>
            <p>{sentence}</p>
            <p className="notice__links">
              <Link to={`/${code}/providers/services/${urn}`}>
                Service {urn}
                <VisuallyHidden>: {title}</VisuallyHidden>
              </Link>
              {framework && (
                <Link to={frameworkAddress(code, framework.id)}>
                  {framework.title}
                  {framework.conditionJudgement &&
                    ` (asks for ${judgementShort(framework.conditionJudgement)})`}
                </Link>
              )}
              {onRead ? (
                <Button kind="quiet" size="small" onClick={() => onRead(notice)}>
                  Mark as read<VisuallyHidden>: {title}</VisuallyHidden>
                </Button>
              ) : (
                notice.readAt !== null && (
                  <span className="muted">read on {writtenDay(notice.readAt)}</span>
                )
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
