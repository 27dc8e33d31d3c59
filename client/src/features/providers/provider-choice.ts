/** A provider as somebody types it: the words, and the key once they are the name of one. */
export interface TypedProvider {
  readonly text: string;
  readonly key: string | null;
}

/** Before anything is typed. */
export const noProvider: TypedProvider = { text: '', key: null };
