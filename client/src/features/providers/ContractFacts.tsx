import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { percentText } from './contract-figures.ts';
import type { Contract } from './contract-queries.ts';
import { extensionInWords } from './extension-words.ts';
import { groupAddress } from './market-address.ts';
import { price, termInWords, whyInWords } from './market-words.ts';

/** The terms of a block contract. */
export function ContractFacts({ contract }: { readonly contract: Contract }) {
  const { code } = useConsortium();
  const { provider, services, extensionOptions, breakEven } = contract;
  return (
    <section className="section" aria-labelledby="contract-terms">
      <h2 id="contract-terms">Terms</h2>
      <dl className="facts">
        <Fact name="Authority">{contract.authority?.name ?? null}</Fact>
        <Fact name="Provider">
          {provider && <Link to={groupAddress(code, provider.group.key)}>{provider.name}</Link>}
        </Fact>
        <Fact name="Homes">
          {services.length > 0 &&
            services.map(({ urn, name, places, authority }) => (
              <span key={urn} className="lines__line">
                <Link to={`/${code}/providers/services/${urn}`}>{name ?? `URN ${urn}`}</Link>
                {places !== null && `, ${places} places`}
                {authority && `, in ${authority.name}`}
              </span>
            ))}
        </Fact>
        <Fact name="Beds">{contract.beds}</Fact>
        <Fact name="Term">{termInWords(contract.startsOn, contract.endsOn)}</Fact>
        <Fact name="Extensions">
          {extensionOptions.length === 0
            ? 'None'
            : extensionOptions.map((option) => (
                <span key={option.nth} className="lines__line">
                  {extensionInWords(option)}
                </span>
              ))}
        </Fact>
        <Fact name="With every extension">
          {contract.lastPossibleEnd && `until ${writtenDay(contract.lastPossibleEnd)}`}
        </Fact>
        <Fact name="Notice">{monthsOrNull(contract.noticeMonths)}</Fact>
        <Fact name="Lead time for what follows">{monthsOrNull(contract.decisionLeadMonths)}</Fact>
        <Fact name="A bed a week">
          {contract.weeklyPrice === null
            ? 'Not shown: prices are their authority’s own.'
            : `${price(contract.weeklyPrice)}, occupied or not`}
        </Fact>
        <Fact name="By spot, a week">
          {contract.spotWeeklyPrice && price(contract.spotWeeklyPrice)}
        </Fact>
        <Fact name="Break-even">
          {breakEven?.occupancy != null &&
            `occupied ${percentText(breakEven.occupancy)} of the time`}
        </Fact>
        <Fact name="A week in use cost">
          {breakEven?.costOfUsedWeek != null && price(Math.round(breakEven.costOfUsedWeek))}
        </Fact>
        <Fact name="Source">{contract.source}</Fact>
        <Fact name="Why you may see it">{whyInWords(contract.why)}</Fact>
      </dl>
    </section>
  );
}

const monthsOrNull = (months: number | null) => (months === null ? null : `${months} months`);

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  const { name, children } = props;
  if (children === null || children === false || children === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
