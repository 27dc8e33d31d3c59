import { TableRegion } from '../../components/TableRegion.tsx';
import type { FunnelCohort } from './funnel-query.ts';
import { countText, shareText } from './funnel-words.ts';

type Conversion = FunnelCohort['conversions'][number];

/** How many of those who reached one stage reached each later one, between every pair of stages. */
export function CohortConversions(props: {
  readonly cohort: FunnelCohort;
  readonly title: string;
}) {
  const { conversions, stages } = props.cohort;
  const label = `From each stage to each later one, ${props.title}`;
  const between = new Map(conversions.map((one) => [`${one.from.code} ${one.to.code}`, one]));
  return (
    <section className="section" aria-labelledby="conversions">
      <h2 id="conversions">{label}</h2>
      <p className="section__note">
        Share of those who reached the stage of the row that have reached the stage of the column so
        far; below it how many of how many, and what the share becomes if all who may still do.
      </p>
      <TableRegion label={`Table: ${label}`}>
        <table className="table">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              {stages.slice(1).map(({ stage }) => (
                <th key={stage.code} scope="col" className="table__number">
                  {stage.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.slice(0, -1).map(({ stage: from }) => (
              <tr key={from.code}>
                <th scope="row">{from.title}</th>
                {stages.slice(1).map(({ stage: to }) => (
                  <td key={to.code} className="table__number">
                    <ConversionText conversion={between.get(`${from.code} ${to.code}`)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function ConversionText({ conversion }: { readonly conversion: Conversion | undefined }) {
  if (!conversion) return null;
  const { share, reached, of, open, shareAtMost } = conversion;
  return (
    <>
      {shareText(share)}
      <span className="table__note">
        {countText(reached)} of {countText(of)}
        {open > 0 && shareAtMost !== null && `, at most ${shareText(shareAtMost)}`}
      </span>
    </>
  );
}
