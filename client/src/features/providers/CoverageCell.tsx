import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { Sparkline } from '../../components/charts/Sparkline.tsx';
import { classNames } from '../../components/class-names.ts';
import { Tag } from '../../components/Tag.tsx';
import type { AskedFigure, BoardCell, BoardService, BoardSubject } from './coverage-board.ts';
import { shareKey, spotKey } from './coverage-board.ts';
import type { CoverageMonth } from './coverage-queries.ts';
import { ofCounts } from './coverage-sentence.ts';

type BoardFigure = CoverageMonth['share'] | CoverageMonth['spot'];

/** A share with its numbers, its months, and how many placements were bought by spot. */
export function CoverageCell(props: {
  readonly subject: BoardSubject;
  readonly service: BoardService;
  readonly cell: BoardCell | null;
  readonly onAsk: (asked: AskedFigure) => void;
}) {
  const { subject, service, cell, onAsk } = props;
  if (cell === null) return null;
  const { share, spot, direction } = cell.last;
  const about = (what: string, indicator: string) => ({
    subject,
    title: `${what}: ${service.title.toLowerCase()}`,
    indicator,
  });
  const ofShare = about('On framework', shareKey(service.code));
  const ofSpot = about('Spot purchases', spotKey(service.code));
  return (
    <div className="coverage__cell">
      <span className="coverage__share">
        <FigureButton figure={share} asked={ofShare} onAsk={onAsk} />
        <Sparkline values={cell.months.map((month) => month.share.value)} />
      </span>
      <span className="table__note">
        {ofCounts(share).trim()} {directions[direction]}
      </span>
      <span className="table__note">
        spot <FigureButton figure={spot} asked={ofSpot} onAsk={onAsk} />{' '}
        {share.status === 'PROVISIONAL' && share.symbol === null && (
          <Tag tone="warn">provisional</Tag>
        )}{' '}
        {share.synthetic && <Tag tone="warn">synthetic</Tag>}
      </span>
    </div>
  );
}

const directions: Readonly<Record<CoverageMonth['direction'], string>> = {
  BETTER: '▲ better than the month before',
  WORSE: '▼ worse than the month before',
  SAME: 'no change',
  NONE: '',
};

function FigureButton(props: {
  readonly figure: BoardFigure;
  readonly asked: AskedFigure;
  readonly onAsk: (asked: AskedFigure) => void;
}) {
  const { figure, asked, onAsk } = props;
  const { text, symbol, why } = figure;
  const spoken = [text, symbol && symbolMeaning[symbol], asked.subject.name, asked.title];
  return (
    <button
      type="button"
      className={classNames('figure-button', symbol !== null && 'figure-button--symbol')}
      title={symbol === null ? undefined : why}
      aria-label={spoken.filter(Boolean).join(', ')}
      onClick={() => onAsk(asked)}
    >
      {text}
    </button>
  );
}
