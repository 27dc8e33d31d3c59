import { Tag } from '../../components/Tag.tsx';
import type { ComparedCell } from './comparison-model.ts';

/** What to know about a figure before using it: not final, or made up for a demonstration. */
export function FigureTags(props: {
  readonly figure: Pick<ComparedCell['figure'], 'status' | 'synthetic'>;
}) {
  const { status, synthetic } = props.figure;
  return (
    <>
      {status === 'PROVISIONAL' && <Tag tone="warn">Provisional</Tag>}
      {status === 'REVISED' && <Tag>Revised</Tag>}
      {synthetic && <Tag tone="warn">Synthetic</Tag>}
    </>
  );
}
