import { TableRegion } from '../../components/TableRegion.tsx';
import { FrameworkCountText } from './FrameworkCountText.tsx';
import type { Framework, FrameworkLot } from './framework-queries.ts';
import { printedSentence } from './framework-sentence.ts';
import { price, whyInWords } from './market-words.ts';

/** Lots and tiers with how many are on them, and why memberships and providers are different numbers. */
export function FrameworkLots({ framework }: { readonly framework: Framework }) {
  const { lots, membershipsSynthetic, countsExplained, lotMemberships, providers } = framework;
  const printed = printedSentence(framework);
  return (
    <section className="section" aria-labelledby="framework-lots">
      <h2 id="framework-lots">Lots, memberships and providers</h2>
      <dl className="market-numbers">
        <div>
          <dt>Lot memberships</dt>
          <dd>
            <FrameworkCountText of={lotMemberships} synthetic={membershipsSynthetic} />
          </dd>
        </div>
        <div>
          <dt>Providers</dt>
          <dd>
            <FrameworkCountText of={providers} synthetic={membershipsSynthetic} />
          </dd>
        </div>
      </dl>
      <p className="section__note">
        {countsExplained} {printed}
      </p>
      {lots.length > 0 && (
        <TableRegion label="Lots and tiers">
          <table className="table table--stack">
            <caption className="govuk-visually-hidden">Lots and tiers</caption>
            <thead>
              <tr>
                <th scope="col">Lot</th>
                <th scope="col">Tiers, the first asked first</th>
                <th scope="col" className="table__number">
                  Published maximum a week
                </th>
                <th scope="col" className="table__number">
                  Memberships
                </th>
              </tr>
            </thead>
            <tbody>
              {lots.map((lot) => (
                <LotLine key={lot.id} lot={lot} synthetic={membershipsSynthetic} />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      <p className="section__note">
        Why you see the numbers, or not: {whyInWords(lotMemberships.why)}
      </p>
    </section>
  );
}

function LotLine({ lot, synthetic }: { readonly lot: FrameworkLot; readonly synthetic: boolean }) {
  const { number, title, need, tiers, maximumWeeklyPrice, memberships } = lot;
  return (
    <tr>
      <th scope="row">
        {number}. {title}
        {need !== null && <span className="table__note">{need}</span>}
      </th>
      <td data-label="Tiers" className="table__wide">
        {tiers.length === 0
          ? 'none: all are asked at once'
          : tiers.map((tier) => (
              <span key={tier.number} className="lines__line">
                {tier.number}. {tier.title}
                {tier.hoursToRespond !== null && `, ${tier.hoursToRespond} hours to respond`}
                {tier.memberships.value !== null && `, ${tier.memberships.value} on it`}
              </span>
            ))}
      </td>
      <td data-label="Published maximum a week" className="table__number">
        {maximumWeeklyPrice === null ? 'none published' : price(maximumWeeklyPrice)}
      </td>
      <td data-label="Memberships" className="table__number">
        <FrameworkCountText of={memberships} synthetic={synthetic} />
      </td>
    </tr>
  );
}
