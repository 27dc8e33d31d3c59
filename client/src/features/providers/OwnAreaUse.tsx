import { ShareBar } from '../../components/charts/ShareBar.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { FigureText } from '../overview/FigureText.tsx';
import type { OwnUse } from './flows-queries.ts';
import { count } from './market-words.ts';
import { WhyNot } from './WhyNot.tsx';

/** How far members use the places of children’s homes in their own areas. */
export function OwnAreaUse({ uses }: { readonly uses: readonly OwnUse[] }) {
  return (
    <section className="section" aria-labelledby="own-use">
      <h2 id="own-use">Own use of own-area places</h2>
      <p className="section__note">
        An authority’s own placements in children’s homes of its own area, as a share of the
        registered places there. The rest are empty, or used by others.
      </p>
      <TableRegion label="Table of own use">
        <table className="table">
          <caption className="govuk-visually-hidden">Own use of own-area places</caption>
          <thead>
            <tr>
              <th scope="col">Authority</th>
              <th scope="col" className="table__number">
                Registered places
              </th>
              <th scope="col" className="table__number">
                Own placements in them
              </th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {uses.map(({ authority, places, ownPlacements, share }) => (
              <tr key={authority.id}>
                <th scope="row">{authority.name}</th>
                <td className="table__number">{places === null ? 'x' : count(places)}</td>
                <td className="table__number">
                  <FigureText figure={ownPlacements} />
                </td>
                <td>
                  {share.value !== null && <ShareBar share={share.value} />}
                  <FigureText figure={{ ...share, synthetic: false }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <WhyNot reasons={uses.flatMap(({ share }) => (share.value === null ? [share.why] : []))} />
    </section>
  );
}
