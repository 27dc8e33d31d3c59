import type { ReactNode } from 'react';
import { memo, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows that come and go together. */
const perPart = 50;

/**
 * The rows of a table that may have thousands: those near what is seen are drawn, all of them when it is printed.
 *
 * Goes into a `<table>` within a `TableRegion`, which scrolls.
 */
export function LongTableBody<Row>(props: {
  readonly rows: readonly Row[];
  /** How many columns the table has. */
  readonly columns: number;
  /** About how high a row is, until it has been drawn. Unit: CSS pixels. */
  readonly rowHeight: number;
  /** Must draw a `<tr>` with a `key`, and stay the same function from one drawing to the next. */
  readonly children: (row: Row, index: number) => ReactNode;
}) {
  const { rows, columns, rowHeight, children } = props;
  const isPrinted = usePrinting();
  const parts = Math.ceil(rows.length / perPart);
  return Array.from({ length: parts }, (_, part) => (
    <Part
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is a place in the table.
      key={part}
      rows={rows}
      from={part * perPart}
      columns={columns}
      rowHeight={rowHeight}
      isPrinted={isPrinted}
      draw={children as (row: unknown, index: number) => ReactNode}
    />
  ));
}

const Part = memo(function Part(props: {
  readonly rows: readonly unknown[];
  readonly from: number;
  readonly columns: number;
  readonly rowHeight: number;
  readonly isPrinted: boolean;
  readonly draw: (row: unknown, index: number) => ReactNode;
}) {
  const { from, rowHeight } = props;
  const rows = props.rows.slice(from, from + perPart);
  const body = useRef<HTMLTableSectionElement>(null);
  const [isNear, setIsNear] = useState(from === 0);
  const height = useRef(rows.length * rowHeight);

  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (entry.isIntersecting) setIsNear(true);
        else {
          height.current = entry.boundingClientRect.height;
          setIsNear(false);
        }
      },
      { root: element.closest('.table-region'), rootMargin: '800px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <tbody ref={body}>
      {isNear || props.isPrinted ? (
        rows.map((row, index) => props.draw(row, from + index))
      ) : (
        <tr>
          <td colSpan={props.columns} style={{ height: height.current }} />
        </tr>
      )}
    </tbody>
  );
});

/** Whether the page is being put on paper: then all of it has to be there at once. */
function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setIsPrinting(true));
    const after = () => setIsPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}
