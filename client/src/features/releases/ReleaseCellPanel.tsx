import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Fact } from '../../components/Fact.tsx';
import { Tag } from '../../components/Tag.tsx';
import { isNotShared } from '../indicators/comparability.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { WhySentence } from '../sharing/WhySentence.tsx';
import { ReleaseCellHistory } from './ReleaseCellHistory.tsx';
import type { Release, ReleaseCell } from './release-queries.ts';
import type { cellAt } from './release-tables.ts';
import { rowLabel, unitBeside, whyOf } from './release-tables.ts';
import { keptBackMeaning } from './release-words.ts';
import { useAgreementIn } from './use-agreement-in.ts';
import '../indicators/figure-panel.scss';

/** Says of one figure why it is as it is, by which agreement it may be seen, and what other versions say. */
export function ReleaseCellPanel(props: {
  readonly release: Release;
  readonly opened: NonNullable<ReturnType<typeof cellAt>>;
  readonly onClose: () => void;
}) {
  const { release, opened, onClose } = props;
  const { table, row, cell } = opened;
  const agreement = useAgreementIn(cell.why);
  return (
    <Dialog
      place="side"
      onClose={onClose}
      title={
        <>
          <span className="figure-panel__subject">
            {cell.subject}, {writtenMonth(release.period)}
          </span>
          {rowLabel(row, table)}
        </>
      }
    >
      <div className="figure-panel">
        <p className="figure-panel__value">
          <strong>{cell.text}</strong> {cell.symbol === null && unitBeside(row)}
        </p>
        <p className="figure-panel__marks">
          {release.synthetic && <Tag tone="warn">Synthetic</Tag>}
        </p>
        <dl className="facts">
          <Fact name="What it is">{meaning(release, cell)}</Fact>
          <Fact name="Why">
            <WhySentence why={whyOf(cell)} agreement={agreement} />
          </Fact>
          <Fact name="Table">{table.title}</Fact>
          <Fact name="Release">
            Version {release.version}, for {audienceInWords[release.audience]}
            {release.publishedAt !== null && `, published on ${writtenDay(release.publishedAt)}`}
          </Fact>
        </dl>
      </div>
      {release.versions.length > 1 && (
        <ReleaseCellHistory release={release} table={table} row={row} cell={cell} />
      )}
    </Dialog>
  );
}

function meaning({ minimumCount, rounding }: Release, cell: ReleaseCell): string {
  const { symbol } = cell;
  if (symbol === 'c') return `It is ${keptBackMeaning(minimumCount)}.`;
  if (isNotShared(whyOf(cell)))
    return 'It is not shared with you. Whether there is a figure is not told either.';
  if (symbol !== null) return `It is ${symbolMeaning[symbol]}.`;
  return `A released figure. Counts are rounded to the nearest ${rounding}, and percentages are worked out from counts so rounded.`;
}
