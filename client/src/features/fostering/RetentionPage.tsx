import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { CapacityDetailTables } from './CapacityDetailTables.tsx';
import { CapacityNet } from './CapacityNet.tsx';
import { CapacityTable } from './CapacityTable.tsx';
import type { AuthorityCapacity } from './capacity-query.ts';
import { FosteringCapacityQuery } from './capacity-query.ts';
import { capacitySentence } from './capacity-words.ts';
import { FosteringPages } from './FosteringPages.tsx';
import { fosteringFilter } from './fostering-address.ts';
import { HouseholdImport } from './HouseholdImport.tsx';
import { MonthFields } from './MonthFields.tsx';

/** Whether households are gained or lost, how full their places are, and who may stop. */
export function RetentionPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const { from, to } = fosteringFilter(address);
  const [result, ask] = useQuery({
    query: FosteringCapacityQuery,
    variables: { input: { consortium: code, from, to } },
  });
  return (
    <Page title="Retention" context={name} width="wide" subpages={<FosteringPages />}>
      <QueryState
        result={result}
        title="households and places"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ fosteringCapacity: { authorities } }) => <Retention authorities={authorities} />}
      </QueryState>
    </Page>
  );
}

function Retention(props: { readonly authorities: readonly AuthorityCapacity[] }) {
  const { authorities } = props;
  const { permissions, authorities: own } = useViewer();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const { from, to } = fosteringFilter(address);
  const whose = address.get('whose');
  const shown =
    authorities.find(({ authority }) => authority.code === whose) ??
    authorities.find(({ details, why }) => details && why === 'own') ??
    authorities.find(({ details }) => details) ??
    authorities[0];
  const change = (changed: Readonly<Record<string, string>>) =>
    void navigate(`?${new URLSearchParams({ ...Object.fromEntries(address), ...changed })}`, {
      replace: true,
      preventScrollReset: true,
    });
  // Who answers for no authority of their own and may record is the hub, which records for its members.
  const mayImport =
    permissions.includes('enquiry:write') &&
    (own.length === 0 || own.some((one) => one.code === shown?.authority.code));
  if (!shown) return <p className="page__lead">This consortium has no members.</p>;
  return (
    <>
      <p className="page__lead">{capacitySentence(shown)}</p>
      <form
        className="market-filters"
        aria-label="Which months, and whose households"
        onSubmit={(event) => event.preventDefault()}
      >
        <MonthFields id="retention" from={from} to={to} change={change} />
        <FieldSelect
          id="retention-whose"
          label="Whose"
          options={authorities.map(({ authority }) => ({
            value: authority.code,
            text: authority.name,
          }))}
          value={shown.authority.code}
          onChange={({ target: { value } }) => change({ whose: value })}
        />
      </form>
      <CapacityNet shown={shown} />
      <CapacityTable authorities={authorities} />
      <CapacityDetailTables shown={shown} />
      {mayImport && <HouseholdImport key={shown.authority.code} authority={shown.authority} />}
    </>
  );
}
