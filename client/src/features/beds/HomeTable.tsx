import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { confirmedWords, countsSentence, homeName } from './home-words.ts';
import type { HomeLine } from './homes-queries.ts';
import { useConfirm } from './use-confirm.ts';

interface HomeTableProps {
  readonly homes: readonly HomeLine[];
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}

/** Homes, one a row; those the viewer keeps can be confirmed where they stand. */
export function HomeTable(props: HomeTableProps) {
  return (
    <TableRegion label="Homes">
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">Homes</caption>
        <thead>
          <tr>
            <th scope="col">Home</th>
            <th scope="col">Area</th>
            <th scope="col">Places</th>
            <th scope="col">Confirmed</th>
            <th scope="col">
              <VisuallyHidden>Confirm it</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.homes.map((home) => (
            <HomeRow key={home.id} home={home} onStale={props.onStale} onDone={props.onDone} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function HomeRow(props: Omit<HomeTableProps, 'homes'> & { readonly home: HomeLine }) {
  const { home, onStale, onDone } = props;
  const { code } = useConsortium();
  const { fetching, problem, confirm } = useConfirm({ onStale, onDone });
  return (
    <tr>
      <th scope="row">
        <Link className="govuk-link" to={`/${code}/beds/homes/${encodeURIComponent(home.id)}`}>
          {homeName(home)}
        </Link>{' '}
        {home.synthetic && <Tag tone="warn">synthetic</Tag>}
        <span className="table__note">
          {provisionTitles[home.provisionType]}
          {home.provider && `, ${home.provider.name}`}
        </span>
      </th>
      <td data-label="Area">{home.authority?.name}</td>
      <td data-label="Places">{countsSentence(home.counts)}</td>
      <td data-label="Confirmed">
        {confirmedWords(home)} {home.stale && <Tag tone="warn">stale</Tag>}
        {problem !== null && (
          <p role="alert" className="govuk-error-message">
            {problem}
          </p>
        )}
      </td>
      <td data-label="" className="beds-press">
        {home.viewerCanUpdate && !home.reservationEnded && (
          <Button
            kind="secondary"
            size="small"
            working={fetching ? 'Confirming' : undefined}
            onClick={() => void confirm([home])}
          >
            No change<VisuallyHidden> in {homeName(home)}</VisuallyHidden>
          </Button>
        )}
      </td>
    </tr>
  );
}
