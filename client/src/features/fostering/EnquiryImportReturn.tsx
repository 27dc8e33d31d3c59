import { useState } from 'react';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { ImportForm } from '../providers/ImportForm.tsx';
import { AcceptedReturnsQuery } from '../providers/import-queries.ts';
import { useImport } from '../providers/use-import.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { EnquiryImportFound } from './EnquiryImportFound.tsx';
import { TakeEnquiriesMutation } from './enquiry-mutations.ts';

const field = 'import-return';

/** Enquiries from the events of an accepted fostering return of one’s own. */
export function EnquiryImportReturn() {
  const { authorities } = useViewer();
  const [result, ask] = useQuery({
    query: AcceptedReturnsQuery,
    variables: { filter: { dataset: 'fostering', status: 'ACCEPTED' as const } },
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
          <p className="empty">No fostering return of yours was accepted yet.</p>
        ) : (
          <TakeForm
            options={own.map(({ id, authority, period, version }) => ({
              value: id,
              text: `${authority.name}, ${writtenMonth(period)}, version ${version}`,
            }))}
          />
        );
      }}
    </QueryState>
  );
}

function TakeForm(props: {
  readonly options: readonly { readonly value: string; readonly text: string }[];
}) {
  const { options } = props;
  const [chosen, setChosen] = useState(options[0]?.value ?? '');
  const { found, problems, fetching, run, reset } = useImport(TakeEnquiriesMutation, field);
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
      {found && (
        <EnquiryImportFound
          found={found.found}
          working={fetching}
          onApply={() => void run({ return: chosen, apply: true })}
        />
      )}
    </>
  );
}
