import { Link } from 'react-router';
import type { ResultOf } from '../../graphql/graphql.ts';
import { compareLink } from './compare-link.ts';
import { FigureText } from './FigureText.tsx';
import type { MembersFragment } from './overview-query.ts';

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

type Member = ResultOf<typeof MembersFragment>['members'][number];

/** The consortium's authorities: where they are, how many children live there, whom they resemble. */
export function Members(props: {
  readonly consortium: string;
  readonly members: readonly Member[];
}) {
  // One publication for all of them: said once.
  const provenance = props.members.find(({ population }) => population)?.population?.provenance;
  return (
    <section className="section" aria-labelledby="members">
      <h2 id="members">Members</h2>
      {provenance && (
        <p className="section__note">
          {provenance.source}
          {provenance.vintage !== null && `, ${day.format(new Date(provenance.vintage))}`}.
        </p>
      )}
      <div className="members">
        {props.members.map((member) => (
          <MemberItem key={member.id} consortium={props.consortium} member={member} />
        ))}
      </div>
    </section>
  );
}

function MemberItem(props: { readonly consortium: string; readonly member: Member }) {
  const { code, name, region, population, statisticalNeighbours } = props.member;
  const address = compareLink(props.consortium, {
    authorities: [code, ...statisticalNeighbours.map(({ authority }) => authority.code)],
    comparators: ['england', 'statistical-neighbours'],
    highlight: code,
  });

  return (
    <section className="member">
      <h3>{name}</h3>
      <p className="member__facts figures">
        {region}
        {population && (
          <>
            <br />
            <FigureText figure={population} /> children aged 0 to 17
          </>
        )}
      </p>
      {statisticalNeighbours.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Statistical neighbours<span className="govuk-visually-hidden"> of {name}</span>
            </span>
          </summary>
          <div className="govuk-details__text">
            <ol className="member__neighbours">
              {statisticalNeighbours.map(({ position, closeness, authority }) => (
                <li key={authority.id} value={position}>
                  {authority.name} <span className="member__closeness">{closeness}</span>
                </li>
              ))}
            </ol>
            <p>
              <Link to={address}>Compare {name} with them</Link>
            </p>
          </div>
        </details>
      )}
    </section>
  );
}
