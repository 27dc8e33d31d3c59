import type { DragEvent } from 'react';
import { useState } from 'react';
import { classNames } from './class-names.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import './drop-zone.scss';

/** Takes files by its field, or dropped on it, and says which were taken. */
export function DropZone(props: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem?: string | undefined;
  /** As the field’s `accept`. */
  readonly accept: string;
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { id, files, problem, onFiles } = props;
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping only adds to what the file field does.
    <div
      className={classNames(
        'drop-zone',
        isOver && 'drop-zone--over',
        problem !== undefined && 'drop-zone--problem',
      )}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <label className="govuk-label" htmlFor={id}>
        {props.label}
      </label>
      <p id={`${id}-hint`} className="govuk-hint">
        {props.hint}
      </p>
      {problem !== undefined && (
        <p id={`${id}-problem`} className="govuk-error-message">
          <VisuallyHidden>Error: </VisuallyHidden>
          {problem}
        </p>
      )}
      <input
        id={id}
        className="govuk-file-upload"
        type="file"
        accept={props.accept}
        multiple
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={classNames(`${id}-hint`, problem !== undefined && `${id}-problem`)}
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
      {files.length > 0 && (
        <ul className="drop-zone__files" aria-label="Chosen files">
          {files.map(({ name, size, lastModified }) => (
            <li key={`${name} ${size} ${lastModified}`}>{name}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
