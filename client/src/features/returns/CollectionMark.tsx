import type { CollectionState } from './collection.ts';
import { collectionWords } from './collection.ts';
import type { CollectionMonth } from './return-queries.ts';

/** Where one return stands, as a shape, its word and a note. */
export function CollectionMark(props: { readonly month: CollectionMonth }) {
  const { word, note } = collectionWords(props.month);
  return (
    <span className={`collected collected--${props.month.state.toLowerCase().replace('_', '-')}`}>
      <CollectionShape state={props.month.state} />
      <span>
        <span className="collected__word">{word}</span>
        {note !== null && <span className="collected__note">{note}</span>}
      </span>
    </span>
  );
}

/** Each state has an outline of its own: the colour only adds to it. */
function CollectionShape({ state }: { readonly state: CollectionState }) {
  return (
    <svg className="collected__shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {shapes[state]}
    </svg>
  );
}

const shapes = {
  NOT_DUE: <circle className="collected__line" cx="8" cy="8" r="6" />,
  LATE: (
    <>
      <path className="collected__fill" d="M8 1 L15.5 14.5 H0.5 Z" />
      <path className="collected__cut" d="M8 5.5 V9.5 M8 11.4 V12.9" />
    </>
  ),
  RECEIVED: (
    <>
      <circle className="collected__line" cx="8" cy="8" r="6" />
      <path className="collected__fill" d="M8 2 A6 6 0 0 0 8 14 Z" />
    </>
  ),
  IN_USE: (
    <>
      <circle className="collected__fill" cx="8" cy="8" r="7" />
      <path className="collected__cut" d="M4.6 8.2 L7.1 10.7 L11.4 5.6" />
    </>
  ),
  NOT_SHARED: <path className="collected__line" d="M3 8 H13" />,
} as const;
