import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { roleTitle } from '../access/role-title.ts';
import { PreviewCellPanel } from './PreviewCellPanel.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import type { PreviewChoice } from './preview-address.ts';
import { previewChoice, previewSearch, rolesOf } from './preview-address.ts';
import { previewSentence } from './preview-sentence.ts';
import { SharingLegend } from './SharingLevelMark.tsx';
import { SharingPages } from './SharingPages.tsx';
import type { PreviewCell } from './sharing-queries.ts';
import { OrganisationsQuery, PreviewQuery } from './sharing-queries.ts';
import './sharing.scss';

/** What another organisation would see, level by level and why; never a figure. */
export function PreviewPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const choice = previewChoice(address);
  const [result, ask] = useQuery({ query: OrganisationsQuery, variables: { consortium: code } });

  return (
    <Page
      title="What would they see?"
      context={name}
      width="wide"
      lead={
        <p>Levels and reasons as today’s agreements give them. It shows no figure of anybody.</p>
      }
    >
      <SharingPages />
      <QueryState
        result={result}
        title="the organisations"
        lines={2}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ consortium }) => (
          <PreviewChoices
            organisations={consortium?.organisations ?? []}
            choice={choice}
            onChange={(changed) =>
              void navigate(`?${previewSearch(changed)}`, { preventScrollReset: true })
            }
          />
        )}
      </QueryState>
      {choice.organisation !== null && (
        <PreviewResult consortium={code} organisation={choice.organisation} role={choice.role} />
      )}
    </Page>
  );
}

function PreviewChoices(props: {
  readonly organisations: readonly {
    readonly slug: string;
    readonly name: string;
    readonly kind: string;
  }[];
  readonly choice: PreviewChoice;
  readonly onChange: (choice: PreviewChoice) => void;
}) {
  const { organisations, choice, onChange } = props;
  const chosen = organisations.find(({ slug }) => slug === choice.organisation);
  const roles = rolesOf[chosen?.kind ?? ''] ?? [];
  return (
    <div className="sharing-choices">
      <FieldSelect
        id="organisation"
        label="Organisation"
        value={choice.organisation ?? ''}
        options={[
          ...(chosen ? [] : [{ value: choice.organisation ?? '', text: 'Choose one' }]),
          ...organisations.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
        onChange={({ target: { value } }) => onChange({ organisation: value, role: null })}
      />
      {roles.length > 1 && (
        <FieldSelect
          id="role"
          label="In the role of"
          value={choice.role ?? roles[0] ?? ''}
          options={roles.map((role) => ({ value: role, text: roleTitle(role) }))}
          onChange={({ target: { value } }) => onChange({ ...choice, role: value })}
        />
      )}
    </div>
  );
}

function PreviewResult(props: {
  readonly consortium: string;
  readonly organisation: string;
  readonly role: string | null;
}) {
  const { consortium, organisation, role } = props;
  const [open, setOpen] = useState<PreviewCell | null>(null);
  const [result, ask] = useQuery({
    query: PreviewQuery,
    variables: { organisation, role },
    requestPolicy: 'cache-and-network',
  });
  return (
    <>
      <QueryState
        result={result}
        title="what they would see"
        lines={8}
        retry={() => ask({ requestPolicy: 'network-only' })}
        isEmpty={({ previewAs }) => ofOthers(previewAs.cells).length === 0}
        empty={<p>There is no other authority in the consortia that you share with them.</p>}
      >
        {({ previewAs: { organisation: looking, cells } }) => (
          <>
            <p className="page__lead">{previewSentence(looking.name, ofOthers(cells))}</p>
            <PreviewTable organisation={looking.name} cells={ofOthers(cells)} onOpen={setOpen} />
            <SharingLegend />
          </>
        )}
      </QueryState>
      {open && (
        <PreviewCellPanel consortium={consortium} cell={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** Its own data needs no agreement. */
const ofOthers = (cells: readonly PreviewCell[]) => cells.filter(({ why }) => why !== 'own');
