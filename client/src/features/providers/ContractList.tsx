import { Link } from 'react-router';
import { ShareBar } from '../../components/charts/ShareBar.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { bedUse, percentText } from './contract-figures.ts';
import type { Contract } from './contract-queries.ts';
import { contractAddress } from './market-address.ts';
import { count, price, termInWords } from './market-words.ts';

/** Block contracts with beds, term, and what stood empty in the last month. */
export function ContractList(props: { readonly contracts: readonly Contract[] }) {
  return (
    <>
      <TableRegion label="Block contracts">
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">
            Block contracts, the one that ends next first
          </caption>
          <thead>
            <tr>
              <th scope="col">Contract</th>
              <th scope="col">Authority</th>
              <th scope="col" className="table__number">
                Beds
              </th>
              <th scope="col">Term</th>
              <th scope="col" className="table__number">
                Void days, last month
              </th>
              <th scope="col">Occupied, all months</th>
              <th scope="col" className="table__number">
                A bed a week
              </th>
            </tr>
          </thead>
          <tbody>
            {props.contracts.map((contract) => (
              <ContractLine key={contract.id} contract={contract} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="section__note">
        Void days are bed days paid for and empty. Prices are your own organisation’s; nobody else’s
        are ever shown.
      </p>
    </>
  );
}

function ContractLine({ contract }: { readonly contract: Contract }) {
  const { code } = useConsortium();
  const { id, reference, provider, authority, beds, months, weeklyPrice } = contract;
  const last = months.toSorted((one, other) => other.month.localeCompare(one.month))[0];
  const { occupancy } = bedUse(months);
  return (
    <tr>
      <th scope="row">
        <Link to={contractAddress(code, id)}>{reference}</Link>
        <span className="table__note">
          {provider?.name} {contract.synthetic && <Tag tone="warn">synthetic</Tag>}
        </span>
      </th>
      <td data-label="Authority">{authority?.name}</td>
      <td data-label="Beds" className="table__number">
        {beds}
      </td>
      <td data-label="Term" className="table__wide">
        {termInWords(contract.startsOn, contract.endsOn)}
        {contract.lastPossibleEnd !== null && contract.lastPossibleEnd !== contract.endsOn && (
          <span className="table__note">
            with every extension until {writtenDay(contract.lastPossibleEnd)}
          </span>
        )}
      </td>
      <td data-label="Void days, last month" className="table__number">
        {last ? (
          <>
            {count(last.voidDays)} of {count(last.bedDays)}
            <span className="table__note">{writtenMonth(last.month)}</span>
          </>
        ) : (
          'not recorded'
        )}
      </td>
      <td data-label="Occupied, all months">
        {occupancy === null ? (
          'not recorded'
        ) : (
          <>
            <ShareBar share={occupancy} />
            {percentText(occupancy)}
          </>
        )}
      </td>
      <td data-label="A bed a week" className="table__number">
        {weeklyPrice === null ? (
          <span title="Prices are their authority’s own.">–</span>
        ) : (
          price(weeklyPrice)
        )}
      </td>
    </tr>
  );
}
