import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { FigureText } from '../overview/FigureText.tsx';
import type { GroupLine } from './exposure-queries.ts';
import type { ExposureView } from './exposure-view.ts';
import { amountOf, exposureSearch } from './exposure-view.ts';
import { heldTitle, judgementsInWords, placementsText } from './exposure-words.ts';
import { count } from './market-words.ts';

/** How many groups stand in the table at first. */
const shownAtFirst = 20;

/** Groups that hold some of what is looked at: what they have, how it is judged, and what is bought of them. */
export function ExposureGroups(props: {
  readonly holders: readonly GroupLine[];
  readonly view: ExposureView;
}) {
  const { holders, view } = props;
  const { of } = view;
  const shown = view.all ? holders : holders.slice(0, shownAtFirst);
  const total = holders.reduce((sum, group) => sum + amountOf(group, of), 0);
  const isBought = shown.some(({ placementsAtLeast }) => placementsAtLeast > 0);
  const isPaid = shown.some(({ spend }) => spend.value !== null);
  if (shown.length === 0) {
    return (
      <p className="empty">
        {of === 'places'
          ? 'No group has places of children’s homes here.'
          : 'You see no placement with a provider: none is your own, and no agreement in force shows you members’ records of providers.'}
      </p>
    );
  }

  return (
    <>
      <TableRegion label="Table of provider groups">
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">
            Provider groups by {heldTitle[of].toLowerCase()}
          </caption>
          <thead>
            <tr>
              <th scope="col">Provider group</th>
              <th scope="col" className="table__number">
                Services
              </th>
              <th scope="col" className="table__number">
                Places
              </th>
              {isBought && (
                <th scope="col" className="table__number">
                  Placements
                </th>
              )}
              {isPaid && (
                <th scope="col" className="table__number">
                  You pay a week
                </th>
              )}
              <th scope="col" className="table__number">
                Share
              </th>
              <th scope="col">Newest judgements</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((group) => (
              <tr key={group.key}>
                <th scope="row">
                  <Link to={`?${exposureSearch({ ...view, group: group.key })}`} preventScrollReset>
                    {group.name}
                  </Link>{' '}
                  {group.synthetic && <Tag tone="warn">synthetic</Tag>}
                </th>
                <td data-label="Services" className="table__number">
                  {count(group.services)}
                </td>
                <td data-label="Places" className="table__number">
                  {group.places === null ? 'x' : count(group.places)}
                  {group.placesUnknown > 0 && (
                    <span className="table__note">
                      and {count(group.placesUnknown)} homes of unknown size
                    </span>
                  )}
                </td>
                {isBought && (
                  <td data-label="Placements" className="table__number">
                    {placementsText(group) ?? <FigureText figure={group.placements} />}
                  </td>
                )}
                {isPaid && (
                  <td data-label="You pay a week" className="table__number">
                    <FigureText figure={{ ...group.spend, synthetic: false }} />
                  </td>
                )}
                <td data-label="Share" className="table__number">
                  {share.format(amountOf(group, of) / total)}
                </td>
                <td data-label="Newest judgements" className="table__wide">
                  {judgementsInWords(group)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {holders.length > shown.length && (
        <p>
          <Link to={`?${exposureSearch({ ...view, all: true })}`} preventScrollReset>
            Show all {count(holders.length)} groups
          </Link>
        </p>
      )}
      <p className="section__note">
        Owners are rolled up by their names: case, punctuation, Limited and company numbers make no
        difference. Who owns a legal owner is not in Ofsted’s files. Choose a group to see what its
        failure would touch.
      </p>
    </>
  );
}

const share = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
