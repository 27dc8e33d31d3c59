import type { ReactNode } from 'react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { DraftSelect } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { rowForm } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { BlockAuthoritiesQuery, ChangeHomeMutation } from './home-changes.ts';
import { homeName } from './home-words.ts';
import type { Home, HomePlace } from './homes-queries.ts';

interface BlockDraft {
  readonly number: number;
  /** GSS code; empty for nobody’s. */
  readonly authority: string;
}

interface BlocksDraft {
  readonly blocks: readonly BlockDraft[];
}

const id = 'blocks-';

const draftOf = (places: readonly HomePlace[]): BlocksDraft => ({
  blocks: places.map(({ number, blockAuthority }) => ({
    number,
    authority: blockAuthority?.code ?? '',
  })),
});

/** What somebody changed, as the server takes it: what others say of other places stays. */
const changedBlocks = ({ blocks }: BlocksDraft, before: BlocksDraft) =>
  blocks
    .filter(({ authority }, nth) => authority !== before.blocks[nth]?.authority)
    .map(({ number, authority }) => ({ number, authority: authority === '' ? null : authority }));

const blocksInWords = (home: Home) =>
  home.blocks.length === 0
    ? 'no place of it is anybody’s block.'
    : `${home.blocks.map(({ authority, places }) => `${places} of ${authority?.name ?? 'an authority'}`).join(', ')}.`;

/** Says whose block contract each place is: nobody else is offered it. */
export function HomeBlocksForm(props: {
  readonly home: Home;
  readonly places: readonly HomePlace[];
  readonly beside: ReactNode;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { home, places, beside, onStale, onDone } = props;
  const [before] = useState(() => draftOf(places));
  const { code } = useConsortium();
  const [result] = useQuery({ query: BlockAuthoritiesQuery, variables: { consortium: code } });
  const form = useMarketForm(ChangeHomeMutation, {
    ...{ id, onStale, draft: before },
    fields: (draft) =>
      changedBlocks(draft, before).map(({ number }, sent) => ({
        path: `blocks[${sent}].authority`,
        id: `${id}blocks[${draft.blocks.findIndex((one) => one.number === number)}].authority`,
        label: `Place ${number}: the authority`,
      })),
    onDone: ({ changeHome }) =>
      onDone(`Changed: blocks of ${homeName(changeHome)}, ${blocksInWords(changeHome)}`),
  });
  const options = [
    { value: '', text: 'nobody’s' },
    ...(result.data?.consortium?.members ?? []).map((one) => ({
      value: one.code,
      text: one.name,
    })),
  ];
  return (
    <FoldedForm
      title="Change whose block its places are"
      form={form}
      present={blocksInWords(home)}
      button="Change the blocks"
      working="Changing"
      beside={beside}
      onSubmit={() =>
        void form.send({
          ...{ home: home.id, version: home.version },
          blocks: changedBlocks(form.draft, before),
        })
      }
    >
      {form.draft.blocks.map(({ number }, nth) => (
        <DraftSelect
          key={number}
          form={rowForm<BlockDraft, 'blocks', BlocksDraft>(form, 'blocks', nth)}
          name="authority"
          label={`Place ${number}: block of`}
          options={options}
        />
      ))}
    </FoldedForm>
  );
}
