import { Tag } from '../../components/Tag.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import type { FrameworkCount } from './framework-queries.ts';
import { count } from './market-words.ts';

/** A number as counted here, beside the one that the source prints; x with the reason where it is not shared. */
export function FrameworkCountText(props: {
  readonly of: FrameworkCount;
  readonly synthetic?: boolean;
}) {
  const { value, printed, symbol, why } = props.of;
  return (
    <span className="count">
      {value === null ? (
        <span className="figure--symbol" title={why}>
          {symbol}
          <VisuallyHidden>: {why}</VisuallyHidden>
        </span>
      ) : (
        <>
          {count(value)} {props.synthetic && value > 0 && <Tag tone="warn">synthetic</Tag>}
        </>
      )}
      {printed !== null && printed !== value && (
        <span className="table__note">{count(printed)} printed</span>
      )}
    </span>
  );
}
