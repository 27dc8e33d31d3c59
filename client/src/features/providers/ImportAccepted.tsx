import type { ReactNode } from 'react';
import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { ImportForm } from './ImportForm.tsx';
import { AcceptedReturnsQuery } from './import-queries.ts';
import { useImport } from './use-import.ts';

const field = 'import-return';

interface TakeProps<Data> {
  readonly document: TypedDocumentNode<
    Data,
    { input: { readonly return: string; readonly apply: boolean } }
  >;
  /** Shows what was found, and lets it be done. */
  readonly children: (
    found: Data,
    doing: { readonly working: boolean; readonly onApply: () => void },
  ) => ReactNode;
}

/** Takes something from an accepted return of one’s own: first looked at, then done. */
export function ImportAccepted<Data>(
  props: TakeProps<Data> & { readonly dataset: string; readonly none: string },
) {
  const { authorities } = useViewer();
  const [result, ask] = useQuery({
    query: AcceptedReturnsQuery,
    variables: { filter: { dataset: props.dataset, status: 'ACCEPTED' as const } },
  });
  return (
    <QueryState
      result={result}
      title="accepted returns"
      lines={3}
      retry={() => ask({ requestPolicy: 'network-only' })}
    >
      {({ returns }) => {
        const own = returns.edges
          .map(({ node }) => node)
          .filter(({ authority }) => authorities.some(({ code }) => code === authority.code));
        return own.length === 0 ? (
          <p className="empty">{props.none}</p>
        ) : (
          <TakeForm
            document={props.document}
            options={own.map(({ id, authority, period, version }) => ({
              value: id,
              text: `${authority.name}, ${writtenMonth(period)}, version ${version}`,
            }))}
          >
            {props.children}
          </TakeForm>
        );
      }}
    </QueryState>
  );
}

function TakeForm<Data>(
  props: TakeProps<Data> & {
    readonly options: readonly { readonly value: string; readonly text: string }[];
  },
) {
  const { document, options } = props;
  const [chosen, setChosen] = useState(options[0]?.value ?? '');
  const { found, problems, fetching, run, reset } = useImport(document, field);
  return (
    <>
      <ImportForm
        problems={problems}
        working={fetching}
        onLook={() => void run({ return: chosen, apply: false })}
      >
        <FieldSelect
          id={field}
          label="Return"
          options={options}
          value={chosen}
          problem={problems[0]?.message}
          onChange={({ target: { value } }) => {
            setChosen(value);
            reset();
          }}
        />
      </ImportForm>
      {found &&
        props.children(found, {
          working: fetching,
          onApply: () => void run({ return: chosen, apply: true }),
        })}
    </>
  );
}
