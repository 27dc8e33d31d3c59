import type { Watch } from '../../platform/pace.ts';
import { usualPace, watchPace } from '../../platform/pace.ts';

/** Unit: bytes. */
const pieceSize = 262_144;

/**
 * A file as it is taken, without another copy of it. It is held no longer for whoever takes it slower than the pace.
 *
 * @param sent told once it has left, or will not.
 */
export function inPieces(
  content: Buffer,
  sent: () => void,
  pace = usualPace,
): ReadableStream<Uint8Array> {
  let from = 0;
  let watch: Watch | undefined;
  const end = () => {
    watch?.end();
    sent();
  };
  return new ReadableStream(
    {
      start: (controller) => {
        watch = watchPace(pace, () => {
          controller.error(new Error('This file was taken too slowly.'));
          sent();
        });
      },
      pull: (controller) => {
        if (from >= content.length) {
          controller.close();
          return end();
        }
        const piece = content.subarray(from, from + pieceSize);
        controller.enqueue(piece);
        watch?.count(piece.length);
        from += piece.length;
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
