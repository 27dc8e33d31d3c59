import { createTextDecoding } from '../reading/text-decoding.ts';

/** A whole file as text, whatever usual encoding it is in. */
export function textOf(bytes: Uint8Array): string {
  const decoding = createTextDecoding();
  return decoding.push(bytes) + decoding.end();
}
