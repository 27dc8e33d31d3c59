import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { Tag } from '../../components/Tag.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';

const statusWords = { FINAL: null, PROVISIONAL: 'provisional', REVISED: 'revised' } as const;

/** A figure as a person reads it: a symbol with its meaning, and what is not final about it. */
export function FigureText(props: {
  readonly figure: {
    readonly text: string;
    readonly symbol: DataSymbol | null;
    readonly status?: keyof typeof statusWords;
    readonly synthetic?: boolean;
  };
}) {
  const { text, symbol, status = 'FINAL', synthetic = false } = props.figure;
  if (symbol !== null) {
    return (
      <span className="figure figure--symbol">
        <span aria-hidden="true">{text}</span>
        <VisuallyHidden>{symbolMeaning[symbol]}</VisuallyHidden>
      </span>
    );
  }
  return (
    <span className="figure">
      {text} <FigureTags status={status} synthetic={synthetic} />
    </span>
  );
}

/** Says that a figure is not final, or made up. */
export function FigureTags(props: {
  readonly status: keyof typeof statusWords;
  readonly synthetic: boolean;
}) {
  const word = statusWords[props.status];
  return (
    <>
      {word !== null && <Tag tone="warn">{word}</Tag>}
      {props.synthetic && <Tag tone="warn">synthetic</Tag>}
    </>
  );
}
