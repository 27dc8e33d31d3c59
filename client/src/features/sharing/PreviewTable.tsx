import { SharingGrid } from './SharingGrid.tsx';
import type { PreviewCell } from './sharing-queries.ts';

/** Authorities down, datasets across: what an organisation would see of each. */
export function PreviewTable(props: {
  readonly organisation: string;
  readonly cells: readonly PreviewCell[];
  readonly onOpen: (cell: PreviewCell) => void;
}) {
  const datasets = [...new Set(props.cells.map(({ dataset }) => dataset))];
  const byAuthority = Map.groupBy(props.cells, ({ authority }) => authority.code);
  const rows = [...byAuthority].map(([code, own]) => ({
    code,
    name: own[0]?.authority.name ?? code,
    cells: datasets.flatMap((dataset) => own.find((cell) => cell.dataset === dataset) ?? []),
  }));
  return (
    <SharingGrid
      label={`What ${props.organisation} would see of each authority`}
      datasets={datasets}
      rows={rows}
      onOpen={props.onOpen}
    />
  );
}
