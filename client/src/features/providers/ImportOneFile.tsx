import type { ReactNode } from 'react';
import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { DropZone } from '../../components/DropZone.tsx';
import { ImportForm } from './ImportForm.tsx';
import { useImport } from './use-import.ts';

const field = 'import-file';

/** Takes something from one file: first looked at, then done. */
export function ImportOneFile<Data, Input extends object>(props: {
  readonly label: string;
  readonly hint: string;
  /** Kinds of file, as a file field names them. */
  readonly accept: string;
  readonly document: TypedDocumentNode<Data, { input: Input }>;
  /** What is sent of a file. */
  readonly inputOf: (file: File, apply: boolean) => Input | Promise<Input>;
  /** What is said of the file below its field. */
  readonly about?: ReactNode;
  /** Shows what was found, and lets it be done. */
  readonly children: (
    found: Data,
    doing: { readonly working: boolean; readonly onApply: () => void },
  ) => ReactNode;
}) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const { found, problems, fetching, run, reset } = useImport(props.document, field);
  const send = async (apply: boolean) => {
    const [file, ...others] = files;
    if (!file) return reset([{ field, message: 'Choose a file' }]);
    if (others.length > 0) return reset([{ field, message: 'Choose one file' }]);
    await run(await props.inputOf(file, apply));
  };
  return (
    <>
      <ImportForm problems={problems} working={fetching} onLook={() => void send(false)}>
        <DropZone
          id={field}
          label={props.label}
          hint={props.hint}
          problem={problems[0]?.message}
          accept={props.accept}
          files={files}
          onFiles={(chosen) => {
            setFiles(chosen);
            reset();
          }}
        />
        {props.about}
      </ImportForm>
      {found && props.children(found, { working: fetching, onApply: () => void send(true) })}
    </>
  );
}
