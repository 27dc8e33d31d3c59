import type { TypedDocumentNode } from 'urql';
import { DraftText } from './DraftField.tsx';
import { FoldedForm } from './MarketForm.tsx';
import { missingFrom } from './market-draft.ts';
import { termInWords } from './market-words.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'extension-';
const fields = [{ path: 'extensionTaken.nth', id: `${id}on`, label: 'The extension' }];

interface ExtensionTaken {
  readonly id: string;
  readonly version: number;
  readonly extensionTaken: { readonly nth: number; readonly on: string };
}

/** Takes up the next right to extend a framework or a block contract; nothing where there is none. */
export function ExtensionForm<Data>(props: {
  readonly mutation: TypedDocumentNode<Data, { input: ExtensionTaken }>;
  readonly of: {
    readonly id: string;
    readonly version: number;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
  };
  readonly rights: readonly {
    readonly nth: number;
    readonly months: number;
    readonly takenOn: string | null;
  }[];
  readonly onStale: () => void;
  /** Called with what was done, in a sentence. */
  readonly onDone: (said: string) => void;
}) {
  const { mutation, of, rights, onStale, onDone } = props;
  const right = rights.find(({ takenOn }) => takenOn === null);
  const form = useMarketForm(mutation, {
    ...{ id, fields, onStale, draft: { on: '' } },
    onDone: () => {
      form.onChange({ on: '' });
      onDone(`Extended by ${right?.months ?? 0} months.`);
    },
  });
  if (!right || of.endsOn === null) return null;
  const { nth, months } = right;
  const { on } = form.draft;
  return (
    <FoldedForm
      title={`Take up extension ${nth}, by ${months} months`}
      form={form}
      present={`${termInWords(of.startsOn, of.endsOn)}.`}
      button="Extend it"
      working="Extending"
      onSubmit={() =>
        void form.send(
          { id: of.id, version: of.version, extensionTaken: { nth, on } },
          missingFrom(id, { on: on === '' && 'Enter the day on which it was decided' }),
        )
      }
    >
      <DraftText form={form} name="on" kind="day" label="Decided on" />
    </FoldedForm>
  );
}
