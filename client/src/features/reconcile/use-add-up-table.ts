import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import type { AddUpTable, TableReading } from './add-up-source.ts';
import { publishedTable, readAddUpTable } from './add-up-source.ts';
import { fetchPublishedTable } from './published-table-files.ts';
import { readReturnTable } from './return-table.ts';

/** The table that is being checked: what the address names, an example or a return’s table, else what the reader gave. */
export interface AddUpTableState {
  readonly example: string | null;
  /** Whether the address names something. */
  readonly isNamed: boolean;
  /** Null while there is none, and while an example is on its way. */
  readonly reading: TableReading | null;
  readonly setOwn: (table: AddUpTable) => void;
}

/** Reads an example; says so if there is none of that name. */
async function readExample(name: string): Promise<TableReading> {
  const named = publishedTable(name);
  const text = named && (await fetchPublishedTable(name));
  return named && text !== null
    ? readAddUpTable(text, named)
    : { problem: 'There is no example of that name. Choose one below.' };
}

const unreachable = { problem: 'The example could not be fetched. Choose it again in a moment.' };

/** Keeps what is checked in the address, so that a link leads to it; a table of one's own stays on this page. */
export function useAddUpTable(): AddUpTableState {
  const client = useClient();
  const [address, setAddress] = useSearchParams();
  const example = address.get('example');
  const [id, table] = [address.get('return'), address.get('table')];
  const named = example ?? (id === null || table === null ? null : `${id} ${table}`);
  const [own, setOwn] = useState<TableReading | null>(null);
  const [fetched, setFetched] = useState<{ named: string; reading: TableReading } | null>(null);

  useEffect(() => {
    if (named === null) return;
    let isWanted = true;
    const show = (reading: TableReading) => {
      if (isWanted) setFetched({ named, reading });
    };
    const reading =
      example === null
        ? readReturnTable(client, { id: id ?? '', table: table ?? '' })
        : readExample(example);
    reading.then(show, () => show(unreachable));
    return () => {
      isWanted = false;
    };
  }, [client, named, example, id, table]);

  const shown = fetched?.named === named ? fetched.reading : null;
  return {
    example,
    isNamed: named !== null,
    reading: named === null ? own : shown,
    setOwn: (given) => {
      setOwn({ table: given });
      if (named !== null) setAddress({});
    },
  };
}
