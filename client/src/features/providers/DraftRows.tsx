import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import type { DraftForm } from './market-draft.ts';
import { rowForm } from './market-draft.ts';

/** The rows of a list in a draft, each with its fields; rows are added and removed, and the focus goes where that happened. */
export function DraftRows<
  Row extends { readonly row: string },
  Name extends string,
  Draft extends Record<Name, readonly Row[]>,
>(props: {
  readonly form: DraftForm<Draft>;
  readonly name: Name;
  /** What one of them is called: “lot”. */
  readonly one: string;
  /** What stands above a row. */
  readonly titleOf: (row: Draft[Name][number], index: number) => string;
  /** A row as it is added. */
  readonly fresh: (row: string) => Draft[Name][number];
  readonly children: (row: DraftForm<Draft[Name][number]>) => ReactNode;
}) {
  const { form, name, one, titleOf } = props;
  const rows: readonly Draft[Name][number][] = form.draft[name];
  const list = useRef<HTMLDivElement>(null);
  const goTo = useRef<'row' | 'button' | null>(null);
  const put = (changed: readonly Draft[Name][number][], focus: 'row' | 'button') => {
    goTo.current = focus;
    form.onChange({ ...form.draft, [name]: changed });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when rows come or go.
  useEffect(() => {
    const last = list.current?.querySelector(':scope > fieldset:last-of-type');
    const field = last?.querySelector<HTMLElement>('input, select');
    const button = list.current?.querySelector<HTMLElement>(':scope > button');
    if (goTo.current !== null) (goTo.current === 'row' ? field : button)?.focus();
    goTo.current = null;
  }, [rows.length]);

  return (
    <div ref={list} className="market-fields__whole market-rows">
      {rows.map((row, index) => (
        <fieldset key={row.row} className="govuk-fieldset market-row">
          <legend className="govuk-fieldset__legend">{titleOf(row, index)}</legend>
          <div className="market-fields">{props.children(rowForm(form, name, index))}</div>
          <Button kind="quiet" size="small" onClick={() => put(rows.toSpliced(index, 1), 'button')}>
            Remove<VisuallyHidden> {titleOf(row, index)}</VisuallyHidden>
          </Button>
        </fieldset>
      ))}
      <Button
        kind="secondary"
        size="small"
        onClick={() => put([...rows, props.fresh(`new ${nextRow()}`)], 'row')}
      >
        Add a {one}
      </Button>
    </div>
  );
}

let lastRow = 0;

/** A number that no other new row has. */
function nextRow(): number {
  lastRow += 1;
  return lastRow;
}
