import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import type { ConcentrationMeasure } from './exposure-queries.ts';
import {
  amountText,
  equalHolders,
  heldOf,
  heldTitle,
  holderTitle,
  whoseMeasure,
} from './exposure-words.ts';
import { count } from './market-words.ts';
import { WhyNot } from './WhyNot.tsx';

/** How much of places, placements and spending is in few hands, with the scale in words. */
export function ExposureConcentration(props: {
  readonly measures: readonly ConcentrationMeasure[];
}) {
  const reasons = props.measures.flatMap(({ index }) => (index.value === null ? [index.why] : []));
  return (
    <section className="section" aria-labelledby="concentration">
      <h2 id="concentration">In how few hands it is</h2>
      <p className="section__note">
        The Herfindahl–Hirschman index adds up the squares of all shares in percent. It would be
        10,000 if one had everything, and 2,500 if four had a quarter each; 10,000 divided by the
        index is the number of equal holders it is like. The merger guidelines of the United
        Kingdom’s competition authorities of 2010 called a market concentrated above 1,000 and
        highly concentrated above 2,000; that was about whole markets, and a consortium’s homes are
        not one.
      </p>
      <TableRegion label="Table of concentration">
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">
            Concentration of places, placements and spending
          </caption>
          <thead>
            <tr>
              <th scope="col">What is held</th>
              <th scope="col">By whom</th>
              <th scope="col" className="table__number">
                Index, of 10,000
              </th>
              <th scope="col" className="table__number">
                As if so many equal
              </th>
              <th scope="col" className="table__number">
                Largest five
              </th>
              <th scope="col" className="table__number">
                Holders
              </th>
              <th scope="col" className="table__number">
                In all
              </th>
            </tr>
          </thead>
          <tbody>
            {props.measures.map((measure) => (
              <MeasureLine key={`${measure.of} ${measure.by}`} measure={measure} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <WhyNot reasons={reasons} />
    </section>
  );
}

function MeasureLine({ measure }: { readonly measure: ConcentrationMeasure }) {
  const { index, topFiveShare, owners, total, unknown, by } = measure;
  const of = heldOf(measure);
  const isThere = index.value !== null;
  const without = (
    <>
      <span aria-hidden="true">x</span>
      <VisuallyHidden>not available</VisuallyHidden>
    </>
  );
  return (
    <tr>
      <th scope="row">
        {heldTitle[of]} {index.synthetic && <Tag tone="warn">synthetic</Tag>}
        <span className="table__note">{whoseMeasure(measure)}</span>
      </th>
      <td data-label="By whom" className="table__wide">
        {holderTitle[by]}
      </td>
      <td data-label="Index, of 10,000" className="table__number">
        {isThere ? index.text : without}
      </td>
      <td data-label="As if so many equal" className="table__number">
        {equalHolders(index.value) ?? without}
      </td>
      <td data-label="Largest five" className="table__number">
        {isThere ? topFiveShare.text : without}
      </td>
      <td data-label="Holders" className="table__number">
        {isThere ? count(owners) : without}
      </td>
      <td data-label="In all" className="table__number">
        {isThere ? amountText(of, total) : without}
        {unknown > 0 && <span className="table__note">and {count(unknown)} not known</span>}
      </td>
    </tr>
  );
}
