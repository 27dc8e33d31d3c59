import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Figures } from '../../components/FigureTable.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { SymbolNotes } from '../providers/SymbolNotes.tsx';

/** Figures under a heading of their own, their symbols explained below; a sentence where there is nothing to count. */
export function FigureSection(
  props: Figures & {
    readonly title: string;
    /** What there is to know before the figures. */
    readonly note?: ReactNode;
    /** Whether all of it is made up for a demonstration; elsewhere rows say it of themselves. */
    readonly synthetic?: boolean | undefined;
    /** Symbols that stand for single figures. */
    readonly symbols?: readonly (DataSymbol | null)[];
    /** What belongs below the table. */
    readonly children?: ReactNode;
  },
) {
  const { title, note, synthetic = false, symbols = [], children, ...figures } = props;
  const { rows } = figures;
  const id = useId();
  const unseen = rows.some(({ cells }) => cells === null);
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {title} {synthetic && <Tag tone="warn">synthetic</Tag>}
      </h2>
      {note && <p className="section__note">{note}</p>}
      {rows.length === 0 ? (
        <p>None.</p>
      ) : (
        <TableRegion label={`Table: ${title}`}>
          <FigureTable {...figures} label={title} />
        </TableRegion>
      )}
      <SymbolNotes
        symbols={unseen ? ['x', ...symbols] : symbols}
        synthetic={rows.some((row) => row.synthetic)}
      />
      {children}
    </section>
  );
}
