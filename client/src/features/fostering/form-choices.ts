interface CodeList {
  readonly codes: readonly { readonly code: string; readonly label: string }[];
}

/** The codes of a list as a field offers them. `none`: the choice of none of them, where that is one. */
export const choicesOf = ({ codes }: CodeList, none?: string) => [
  ...(none === undefined ? [] : [{ value: '', text: none }]),
  ...codes.map(({ code, label }) => ({ value: code, text: label })),
];

/** Members as a field offers them. `none`: the choice of none of them. */
export const membersOr = (
  none: string,
  members: readonly { readonly code: string; readonly name: string }[],
) => [{ value: '', text: none }, ...members.map(({ code, name }) => ({ value: code, text: name }))];

/** What a field that may be empty sends. */
export const typed = (text: string): string | null => (text.trim() === '' ? null : text.trim());
