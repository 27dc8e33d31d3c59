import { useNavigate, useSearchParams } from 'react-router';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { BarRows } from './BarRows.tsx';
import type { Board, BoardSubject, ReasonTotal } from './coverage-board.ts';
import { reasonTotals } from './coverage-board.ts';
import type { Coverage } from './coverage-queries.ts';
import { reasonsSentence } from './coverage-reasons.ts';

/** Why placements were bought off framework: a bar for each reason, over all months shown. */
export function CoverageReasons(props: {
  readonly coverage: Coverage;
  readonly board: Board;
  readonly subject: BoardSubject;
}) {
  const { coverage, board, subject } = props;
  const { code } = useConsortium();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const totals = reasonTotals(coverage, subject.id);
  const [first = coverage.period] = coverage.periods;
  const time = `${writtenMonth(first)} to ${writtenMonth(coverage.period)}`;
  const choose = (whose: string) => {
    const search = new URLSearchParams(address);
    search.set('whose', whose);
    void navigate(`?${search}`, { replace: true, preventScrollReset: true });
  };
  return (
    <section className="section">
      <form className="market-filters" aria-label="Whose reasons">
        <FieldSelect
          id="coverage-whose"
          label="Reasons of"
          options={board.subjects.map(({ id, name }) => ({ value: id, text: name }))}
          value={subject.id}
          onChange={({ target: { value } }) => choose(value)}
        />
      </form>
      <ChartFrame
        words={{
          title: `Why ${subject.name} bought off framework`,
          subtitle: `Placements by spot purchase, by reason, ${time}`,
          source: 'Source: members’ returns of providers.',
        }}
        summary={reasonsSentence(totals)}
        notes={() => <ReasonNotes totals={totals} />}
        fileName={`spot-reasons-${code}-${subject.id}-${coverage.period}`}
        table={<ReasonTable totals={totals} time={time} period={coverage.period} />}
      >
        {(width) => (
          <BarRows
            width={width}
            rows={totals.map(({ reason, title, total }) => ({
              id: reason,
              title,
              value: total,
              text: total === null ? 'x' : String(total),
            }))}
          />
        )}
      </ChartFrame>
    </section>
  );
}

function ReasonNotes({ totals }: { readonly totals: readonly ReasonTotal[] }) {
  const missing = Math.max(0, ...totals.map((one) => one.missing));
  return (
    <>
      {missing > 0 &&
        `Months without a figure: ${missing}. What is counted is of the months that you see, and is the least there was. `}
      {totals.some(({ synthetic }) => synthetic) && <Tag tone="warn">synthetic</Tag>}
    </>
  );
}

function ReasonTable(props: {
  readonly totals: readonly ReasonTotal[];
  readonly time: string;
  readonly period: string;
}) {
  return (
    <table className="table">
      <caption className="govuk-visually-hidden">Spot purchases by reason</caption>
      <thead>
        <tr>
          <th scope="col">Reason</th>
          <th scope="col" className="table__number">
            {props.time}
          </th>
          <th scope="col" className="table__number">
            {writtenMonth(props.period)}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.totals.map(({ reason, title, total, last }) => (
          <tr key={reason}>
            <th scope="row">{title}</th>
            <td className="table__number">{total ?? 'x'}</td>
            <td className="table__number" title={last?.why}>
              {last?.text}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
