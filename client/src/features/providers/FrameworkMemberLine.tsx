import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { Tag } from '../../components/Tag.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import type { FrameworkMember } from './framework-queries.ts';
import { groupAddress } from './market-address.ts';
import { price, termInWords } from './market-words.ts';

/** How many homes are named before the rest is counted. */
const named = 3;

/** A membership: who, where on the framework, since when, with which homes, and at which price if it is one’s own. */
export function FrameworkMemberLine(props: {
  readonly member: FrameworkMember;
  readonly onOpen: (id: string) => void;
}) {
  const { member, onOpen } = props;
  const { code } = useConsortium();
  const { id, provider, lot, lotNumber, tier, offers } = member;
  return (
    <tr>
      <th scope="row">
        {provider && <Link to={groupAddress(code, provider.group.key)}>{provider.name}</Link>}{' '}
        {member.synthetic && <Tag tone="warn">synthetic</Tag>}
      </th>
      <td data-label="Lot and tier">
        {lotNumber}
        {lot && lot.title !== '' && `. ${lot.title}`}
        {tier !== null && <span className="table__note">tier {tier}</span>}
      </td>
      <td data-label="On it" className="table__wide">
        {termInWords(member.startsOn, member.endsOn).replace(', end not published', '')}
      </td>
      <td data-label="Homes and services">
        {offers.length === 0
          ? 'none named'
          : offers.slice(0, named).map(({ urn, authority }) => (
              <span key={urn} className="lines__line">
                <Link to={`/${code}/providers/services/${urn}`}>URN {urn}</Link>
                {authority && `, ${authority.name}`}
              </span>
            ))}
        {offers.length > named && (
          <span className="table__note">and {offers.length - named} more</span>
        )}
      </td>
      <td data-label="Own price, and published maximum" className="table__number">
        <OwnPrice member={member} />
      </td>
      <td>
        <Button kind="quiet" size="small" onClick={() => onOpen(id)}>
          Open
          <VisuallyHidden>
            {' '}
            {provider?.name}, lot {lotNumber}
          </VisuallyHidden>
        </Button>
      </td>
    </tr>
  );
}

function OwnPrice({ member }: { readonly member: FrameworkMember }) {
  const { prices, lot, priceWhy } = member;
  const most = lot?.maximumWeeklyPrice ?? null;
  return (
    <>
      {prices.length === 0 ? (
        <span title={priceWhy === 'own' ? 'You have recorded none.' : priceWhy}>–</span>
      ) : (
        prices.map(({ need, weeklyPrice }) => (
          <span key={need} className="lines__line">
            {price(weeklyPrice)}
            {need !== '' && <span className="table__note">{need}</span>}
          </span>
        ))
      )}
      {most !== null && <span className="table__note">at most {price(most)}</span>}
    </>
  );
}
