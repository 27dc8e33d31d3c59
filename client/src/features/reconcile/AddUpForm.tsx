import { useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldArea, FieldText } from '../../components/Field.tsx';
import type { AddUpTable, TableReading } from './add-up-source.ts';
import { readAddUpTable, readTextFile } from './add-up-source.ts';

/** Takes a table as text or as a file. What was pasted stays in the field. */
export function AddUpForm(props: { readonly onTable: (table: AddUpTable) => void }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<{ field: 'paste' | 'file'; message: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const take = (reading: TableReading, field: 'paste' | 'file') => {
    setProblem(reading.table ? null : { field, message: reading.problem });
    if (reading.table) props.onTable(reading.table);
  };
  const takeFile = async (file: File) => {
    const read = await readTextFile(file);
    take(
      'problem' in read ? read : readAddUpTable(read.text, { title: file.name, paper: null }),
      'file',
    );
    form.current?.reset();
  };

  return (
    <form
      ref={form}
      className="add-up-form"
      onSubmit={(event) => {
        event.preventDefault();
        take(readAddUpTable(text, { title: 'The table that you pasted', paper: null }), 'paste');
      }}
    >
      {problem && (
        <ErrorSummary problems={[{ field: `add-up-${problem.field}`, message: problem.message }]} />
      )}
      <FieldArea
        id="add-up-paste"
        label="Paste a table"
        hint="From a paper or a spreadsheet, with its header: columns set apart by tabs, commas or two spaces."
        problem={problem?.field === 'paste' ? problem.message : undefined}
        rows={6}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">Check this table</Button>
      <FieldText
        id="add-up-file"
        type="file"
        accept=".csv,.tsv,.txt,.md,text/*"
        label="Or upload a CSV file"
        hint="It is read here in the browser and goes nowhere."
        className="add-up-form__file"
        problem={problem?.field === 'file' ? problem.message : undefined}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void takeFile(file);
        }}
      />
    </form>
  );
}
