/** Mean width of a character of the page's font, as a share of its size; a little generous. */
const widthOfCharacter = 0.55;

/** About how wide a text is drawn. Unit: pixels. */
export const textWidth = (text: string, fontSize: number): number =>
  text.length * fontSize * widthOfCharacter;

/** Breaks a text between words into lines of at most `width` pixels; a longer word stays whole. */
export function wrapped(text: string, width: number, fontSize: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, fontSize) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** A label that wants to stand at a height, and how high it is. Unit: pixels. */
export interface WantedLabel {
  readonly id: string;
  readonly at: number;
  readonly height: number;
}

/**
 * Heights at which labels stand in one column without covering each other, as near as can be to
 * where they want to be, between `top` and `bottom`.
 */
export function spreadLabels(
  labels: readonly WantedLabel[],
  bounds: { readonly top: number; readonly bottom: number },
): ReadonlyMap<string, number> {
  const ordered = labels.toSorted((one, other) => one.at - other.at);
  const places: number[] = [];
  let floor = bounds.top;
  for (const { at, height } of ordered) {
    const place = Math.max(at, floor + height / 2);
    places.push(place);
    floor = place + height / 2;
  }

  let ceiling = bounds.bottom;
  for (let index = ordered.length - 1; index >= 0; index -= 1) {
    const half = (ordered[index]?.height ?? 0) / 2;
    places[index] = Math.min(places[index] ?? 0, ceiling - half);
    ceiling = (places[index] ?? 0) - half;
  }
  return new Map(ordered.map(({ id }, index) => [id, places[index] ?? 0]));
}
