import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { FeeLine } from './fee-ranges.ts';
import { bandName } from './fee-ranges.ts';
import { count, price } from './market-words.ts';

/** Prices by lot and need: how many, and what they lie between. */
export function FeeTable(props: {
  readonly title: string;
  readonly lines: readonly FeeLine[];
  /** Says of each which framework it is of. */
  readonly ofMany?: boolean;
}) {
  const { title, lines, ofMany = false } = props;
  return (
    <TableRegion label={title}>
      <table className="table">
        <caption className="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Lot and need</th>
            <th scope="col">Price</th>
            <th scope="col" className="table__number">
              How many
            </th>
            <th scope="col" className="table__number">
              Lowest
            </th>
            <th scope="col" className="table__number">
              Median
            </th>
            <th scope="col" className="table__number">
              Mean
            </th>
            <th scope="col" className="table__number">
              Highest
            </th>
            <th scope="col" className="table__number">
              Published maximum
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, band, kind, prices }) => (
            <tr key={id}>
              <th scope="row">
                {bandName(band)} {band.synthetic && <Tag tone="warn">synthetic</Tag>}
                {ofMany && <span className="table__note">{band.framework.reference}</span>}
              </th>
              <td>{kind === 'paid' ? 'Paid' : 'Tendered'}</td>
              <td className="table__number">{count(prices.count)}</td>
              {[prices.lowest, prices.median, prices.mean, prices.highest].map((each, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: four columns that never change places.
                <td key={at} className="table__number">
                  {price(each)}
                </td>
              ))}
              <td className="table__number">
                {band.lot.maximumWeeklyPrice === null ? (
                  <span className="muted">none published</span>
                ) : (
                  price(band.lot.maximumWeeklyPrice)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
