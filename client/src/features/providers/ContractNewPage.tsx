import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { ContractFields } from './ContractFields.tsx';
import { addInput, contractDraft, contractFields, missingOf } from './contract-draft.ts';
import { AddContractMutation } from './contract-queries.ts';
import { contractAddress, contractsAddress } from './market-address.ts';
import { ProviderField } from './ProviderField.tsx';
import { ProvidersPages } from './ProvidersPages.tsx';
import { useMarketForm } from './use-market-form.ts';

/** Adds a block contract of an authority that the viewer’s organisation answers for. */
export function ContractNewPage() {
  const { code, name } = useConsortium();
  const { permissions, authorities } = useViewer();
  const [first] = authorities;
  if (!permissions.includes('contract:write') || !first) {
    return (
      <Page
        title="Add a block contract"
        context={name}
        width="text"
        lead={
          <p>Block contracts are added by commissioners of the authority that pays for them.</p>
        }
      >
        <p>
          <Link to={contractsAddress(code)}>All that you see</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="Add a block contract"
      context={name}
      subpages={<ProvidersPages />}
      lead={
        <p>
          Terms are seen by whom an agreement shows the records of your providers. Prices are seen
          by your own organisation alone.
        </p>
      }
    >
      <ContractNewForm authorities={authorities} first={first.code} />
    </Page>
  );
}

function ContractNewForm(props: {
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
  readonly first: string;
}) {
  const { code } = useConsortium();
  const navigate = useNavigate();
  const [authority, setAuthority] = useState(props.first);
  const [provider, setProvider] = useState<{ text: string; key: string | null }>({
    text: '',
    key: null,
  });
  const [draft, setDraft] = useState(contractDraft(null));
  const form = useMarketForm(AddContractMutation, {
    fields: contractFields,
    onDone: ({ addBlockContract }) =>
      void navigate(contractAddress(code, addBlockContract.id), {
        state: { said: `Added: block contract ${draft.reference.trim()}.` },
      }),
    onStale: () => undefined,
  });
  const submit = () => {
    const noProvider = {
      field: 'contract-provider',
      message: 'Choose a provider from the names that are offered',
    };
    void form.send(addInput(draft, { authority, provider: provider.key ?? provider.text.trim() }), [
      ...(provider.text.trim() === '' ? [noProvider] : []),
      ...missingOf(draft),
    ]);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary problems={form.problems} />
      <div className="market-fields">
        <FieldSelect
          id="contract-authority"
          label="Authority"
          options={props.authorities.map((one) => ({ value: one.code, text: one.name }))}
          value={authority}
          problem={form.problemOf('contract-authority')}
          onChange={({ target: { value } }) => setAuthority(value)}
        />
        <ProviderField
          id="contract-provider"
          value={provider}
          problem={form.problemOf('contract-provider')}
          onChange={setProvider}
        />
      </div>
      <ContractFields draft={draft} problemOf={form.problemOf} onChange={setDraft} />
      <div className="actions">
        <Button type="submit" working={form.fetching ? 'Adding' : undefined}>
          Add the contract
        </Button>
        <Link to={contractsAddress(code)}>Cancel</Link>
      </div>
    </form>
  );
}
