/** A file as it was sent. Its name decides nothing but which of two tables with the same columns is meant. */
export interface SentFile {
  readonly name: string;
  /** Its bytes, in pieces of any size. */
  readonly pieces: AsyncIterable<Uint8Array>;
}
