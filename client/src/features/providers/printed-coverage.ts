/** The published table, as the examples of “Add up a table” keep it. */
const files = import.meta.glob<string>(
  '../../../../shared/src/returns/reconcile/examples/northamptonshire-sufficiency-2022/placements-on-and-off-framework-2022-08-15.csv',
  { query: '?raw', import: 'default', eager: true },
);

/** A row of a published table of placements on and off framework, with what it prints and what its counts give. */
export interface PrintedRow {
  readonly service: string;
  readonly onFramework: number;
  readonly total: number;
  /** As printed, for example 52.5%. */
  readonly printed: string;
  /** From the counts, to as many decimals as are printed; a half goes up. */
  readonly counted: string;
  readonly agrees: boolean;
}

/** Reads the published table: the share of each row is worked out again from its counts. */
export function printedRows(csv: string): PrintedRow[] {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [service = '', on = '', printed = '', , , total = ''] = line.split(',');
      const decimals = /\.(\d+)%/.exec(printed)?.[1]?.length ?? 0;
      const share = (Number(on) / Number(total)) * 100;
      const counted = `${share.toFixed(decimals)}%`;
      return {
        service,
        onFramework: Number(on),
        total: Number(total),
        printed,
        counted,
        agrees: counted === printed,
      };
    });
}

/** Northamptonshire Children’s Trust’s table of 15 August 2022. */
export const northamptonshire: readonly PrintedRow[] = printedRows(Object.values(files).join(''));
