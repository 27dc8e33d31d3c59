import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { Tag } from '../../components/Tag.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { comparabilityWords } from './comparability.ts';
import type { CompareSort } from './compare-state.ts';
import type { ComparedRow } from './comparison-model.ts';

const polarityWords = {
  HIGH: 'higher is better',
  LOW: 'lower is better',
  NONE: null,
} as const;

/** An indicator at the head of its figures: title, unit, period, cautions, and ordering by it. */
export function MatrixIndicatorHeading(props: {
  readonly row: ComparedRow;
  readonly sort: CompareSort | null;
  readonly onSort: (sort: CompareSort | null) => void;
}) {
  const { row, sort, onSort } = props;
  const { key, title, unit, polarity } = row.indicator;
  const facts = [
    unit,
    periodInWords(row.period),
    polarityWords[polarity],
    row.released === 'all' ? 'released' : null,
  ].filter(Boolean);

  return (
    <div className="matrix__indicator">
      <span className="matrix__title">{title}</span>
      <span className="matrix__facts">
        {facts.join(' · ')} {row.synthetic && <Tag tone="warn">Synthetic</Tag>}
      </span>
      <span className="matrix__tools">
        <SortButton
          title={title}
          order={sort?.indicator === key ? sort.order : null}
          onSort={(order) => onSort(order && { indicator: key, order })}
        />
        <Cautions row={row} />
      </span>
    </div>
  );
}

type Order = CompareSort['order'];

const nextOrder = (order: Order | null): Order | null => {
  if (order === null) return 'descending';
  return order === 'descending' ? 'ascending' : null;
};

const orderWords = {
  descending: '▼ highest first',
  ascending: '▲ lowest first',
} as const;

/** Orders the authorities by this indicator: highest first, lowest first, then as they were. */
function SortButton(props: {
  readonly title: string;
  readonly order: Order | null;
  readonly onSort: (order: Order | null) => void;
}) {
  const { title, order, onSort } = props;
  return (
    <button
      type="button"
      className="matrix__sort"
      aria-pressed={order !== null}
      onClick={() => onSort(nextOrder(order))}
    >
      {order === null ? 'Sort' : orderWords[order]}
      <VisuallyHidden> authorities by {title}</VisuallyHidden>
    </button>
  );
}

function Cautions({ row }: { readonly row: ComparedRow }) {
  if (row.comparable && row.warnings.length === 0) return null;
  return (
    <details className="matrix__cautions">
      <summary>
        {comparabilityWords(row)}
        <VisuallyHidden>: {row.indicator.title}</VisuallyHidden>
      </summary>
      <ul>
        {row.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
  );
}
