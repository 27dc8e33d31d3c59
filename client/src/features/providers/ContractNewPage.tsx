import { Link, useNavigate } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { ContractFields } from './ContractFields.tsx';
import { addInput, contractDraft, contractFields, missingOf } from './contract-draft.ts';
import { AddContractMutation } from './contract-queries.ts';
import { DraftSelect } from './DraftField.tsx';
import { MarketForm } from './MarketForm.tsx';
import { contractAddress, contractsAddress } from './market-address.ts';
import { missingFrom } from './market-draft.ts';
import { ProviderField } from './ProviderField.tsx';
import { ProvidersPages } from './ProvidersPages.tsx';
import { noProvider } from './provider-choice.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'contract-';

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
  const form = useMarketForm(AddContractMutation, {
    ...{ id, fields: contractFields, onStale: () => undefined },
    draft: { ...contractDraft(null), authority: props.first, provider: noProvider },
    onDone: ({ addBlockContract }) =>
      void navigate(contractAddress(code, addBlockContract.id), {
        state: { said: `Added: block contract ${draft.reference.trim()}.` },
      }),
  });
  const { draft } = form;
  const { key, text } = draft.provider;
  const submit = () =>
    void form.send(addInput(draft, { authority: draft.authority, provider: key ?? text.trim() }), [
      ...missingFrom(id, {
        provider: text.trim() === '' && 'Choose a provider from the names that are offered',
      }),
      ...missingOf(draft),
    ]);
  return (
    <MarketForm
      form={form}
      button="Add the contract"
      working="Adding"
      beside={<Link to={contractsAddress(code)}>Cancel</Link>}
      onSubmit={submit}
    >
      <DraftSelect
        form={form}
        name="authority"
        label="Authority"
        options={props.authorities.map((one) => ({ value: one.code, text: one.name }))}
      />
      <ProviderField
        id={`${id}provider`}
        value={draft.provider}
        problem={form.problemOf(`${id}provider`)}
        onChange={(provider) =>
          form.onChange({
            ...draft,
            provider,
            services: provider.key === key ? draft.services : [],
          })
        }
      />
      <ContractFields form={form} provider={key} />
    </MarketForm>
  );
}
