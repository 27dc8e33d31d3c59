/** Pieces of bytes as one. */
export function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

/** Most that is handled at once. Unit: bytes. */
const longestPiece = 131_072;

/** Bytes in shorter pieces, with a pause between them in which others get their turn. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += longestPiece) {
    if (start > 0) await new Promise((resolve) => setTimeout(resolve));
    yield bytes.subarray(start, start + longestPiece);
  }
}

/** The same pieces, the first of which has `size` bytes or more unless there are fewer in all; none is empty. */
export async function* withLongHead(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let head = new Uint8Array();
  let isHead = true;
  for await (const piece of pieces) {
    if (isHead) {
      head = joinedBytes([head, piece]);
      isHead = head.length < size;
      if (!isHead) yield head;
    } else if (piece.length > 0) yield piece;
  }
  if (isHead && head.length > 0) yield head;
}
