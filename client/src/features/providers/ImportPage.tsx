import { Link, useNavigate, useSearchParams } from 'react-router';
import { FieldChoices } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { ImportFiles } from './ImportFiles.tsx';
import { ImportOcds } from './ImportOcds.tsx';
import { ImportReturn } from './ImportReturn.tsx';
import { frameworksAddress } from './market-address.ts';
import { ProvidersPages } from './ProvidersPages.tsx';

type From = 'notices' | 'files' | 'return';

const sources: readonly {
  readonly value: From;
  readonly text: string;
  readonly hint: string;
  readonly permission: string;
}[] = [
  {
    value: 'notices',
    text: 'Contract notices (OCDS)',
    hint: 'JSON of the Open Contracting Data Standard, as Contracts Finder gives it: frameworks, and whom they award.',
    permission: 'framework:write',
  },
  {
    value: 'files',
    text: 'CSV or a workbook',
    hint: 'Memberships of your frameworks, your block contracts, and with whom your children are placed. Templates are below.',
    permission: 'contract:write',
  },
  {
    value: 'return',
    text: 'A return that was accepted',
    hint: 'The same tables, from a providers return of yours.',
    permission: 'contract:write',
  },
];

/** Takes frameworks, memberships and contracts from files or a return: first looked at, then done. */
export function ImportPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const open = sources.filter(({ permission }) => permissions.includes(permission));
  const from = open.find(({ value }) => value === address.get('from')) ?? open[0];
  if (!from) {
    return (
      <Page
        title="Import"
        context={name}
        width="text"
        lead={<p>Frameworks and contracts are imported by commissioners and by the hub.</p>}
      >
        <p>
          <Link to={frameworksAddress(code)}>All frameworks</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="Import"
      context={name}
      subpages={<ProvidersPages />}
      lead={
        <p>
          A file is first only looked at: you see what would be new, changed or ended, and what is
          wrong with it. Nothing is done until you say so, and then all of it or nothing.
        </p>
      }
    >
      <FieldChoices
        id="import-from"
        kind="radios"
        label="From"
        choices={open}
        chosen={[from.value]}
        onChange={(value) =>
          void navigate(`?from=${value}`, { replace: true, preventScrollReset: true })
        }
      />
      {from.value === 'notices' && <ImportOcds />}
      {from.value === 'files' && <ImportFiles />}
      {from.value === 'return' && <ImportReturn />}
    </Page>
  );
}
