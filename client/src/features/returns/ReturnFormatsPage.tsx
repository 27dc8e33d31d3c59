import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldText } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FormatTable } from './FormatTable.tsx';
import { searchFormats } from './format-search.ts';
import { ReturnsPages } from './ReturnsPages.tsx';
import type { ReturnFormat } from './return-queries.ts';
import { ReturnFormatsQuery } from './return-queries.ts';
import { counted } from './return-words.ts';
import './returns.scss';

/** Everything that may stand in a return: tables, columns and codes, and templates to fill in. */
export function ReturnFormatsPage() {
  const { name } = useConsortium();
  const [address, setAddress] = useSearchParams();
  const text = address.get('find') ?? '';
  const searched = useDeferredValue(text);
  const [result, ask] = useQuery({ query: ReturnFormatsQuery });

  return (
    <Page
      title="Templates and formats"
      subpages={<ReturnsPages />}
      context={name}
      lead={
        <p>
          Six datasets are collected month by month. Each has a workbook to fill in, with a sheet
          for each table, or a CSV file for each.
        </p>
      }
    >
      <QueryState
        result={result}
        title="the formats"
        lines={12}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ returnFormats }) => (
          <>
            <search className="formats-search" aria-label="Formats">
              <form onSubmit={(event) => event.preventDefault()}>
                <FieldText
                  id="formats-find"
                  type="search"
                  label="Find a table, a column or a code"
                  value={text}
                  onChange={({ target }) =>
                    setAddress(target.value ? { find: target.value } : {}, {
                      replace: true,
                      preventScrollReset: true,
                    })
                  }
                />
              </form>
            </search>
            <Formats formats={searchFormats(returnFormats, searched)} isSearch={searched !== ''} />
            <p className="section">
              <a href="/exports/datapackage.json" download>
                All formats for machines
              </a>{' '}
              (datapackage.json, Frictionless Table Schema).
            </p>
          </>
        )}
      </QueryState>
    </Page>
  );
}

function Formats(props: { readonly formats: readonly ReturnFormat[]; readonly isSearch: boolean }) {
  const { formats, isSearch } = props;
  const tables = formats.flatMap((format) => format.tables);
  return (
    <>
      <p className="section__note" role="status">
        {isSearch && foundWords(tables.length)}
      </p>
      {formats.map((format) => (
        <section
          key={format.name}
          className="section"
          id={format.dataset}
          aria-labelledby={`format-${format.dataset}`}
        >
          <h2 id={`format-${format.dataset}`}>{format.title}</h2>
          <p className="section__note">
            {format.name}, {counted(format.tables.length, 'table')}.{' '}
            <a href={`/exports/return-template.xlsx?dataset=${format.dataset}`} download>
              Workbook to fill in
            </a>{' '}
            (XLSX)
          </p>
          {format.tables.map((table) => (
            <FormatTable
              key={table.name}
              dataset={format.dataset}
              table={table}
              isOpen={isSearch}
            />
          ))}
        </section>
      ))}
    </>
  );
}

const foundWords = (tables: number) =>
  tables === 0 ? 'Nothing is like that.' : `Found in ${counted(tables, 'table')}`;
