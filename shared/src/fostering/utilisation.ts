/** Places of approved households on one day. Approved is filled, vacant and not available together. */
export interface Places {
  readonly approved: number;
  /** With a child in them. */
  readonly filled: number;
  /** That could be offered. */
  readonly vacant: number;
  /** That cannot be used for the time being. */
  readonly unavailable: number;
}

/** How full places are, by both denominators. Null where there is nothing to divide by. */
export interface Utilisation extends Places {
  /** Approved without those not available. Unit: places. */
  readonly available: number;
  /** Filled of approved places. Unit: percent. */
  readonly ofApproved: number | null;
  /** Filled of available places. Unit: percent. */
  readonly ofAvailable: number | null;
  /** Both in words; null where there is no place. */
  readonly sentence: string | null;
}

const share = (part: number, whole: number) => (whole > 0 ? (part / whole) * 100 : null);

/** How full places are, by both denominators: neither figure may be read without its own. */
export function utilisationOf(places: Places): Utilisation {
  const { approved, filled, unavailable } = places;
  const available = approved - unavailable;
  const ofApproved = share(filled, approved);
  const ofAvailable = share(filled, available);
  return {
    ...places,
    available,
    ofApproved,
    ofAvailable,
    sentence: sentenceOf(places, ofApproved, ofAvailable),
  };
}

function sentenceOf(
  { approved, filled, unavailable }: Places,
  ofApproved: number | null,
  ofAvailable: number | null,
): string | null {
  if (ofApproved === null) return null;
  const first = `${filled} of ${approved} approved places are filled`;
  if (unavailable === 0) return `${first}: ${Math.round(ofApproved)} %, and all can be used.`;
  const cannot = `${unavailable} ${unavailable === 1 ? 'place' : 'places'} cannot be used`;
  if (ofAvailable === null) return `${first}, and none of them can be used.`;
  return `${first}. ${Math.round(ofApproved)} % of approved places is ${Math.round(ofAvailable)} % of available ones: ${cannot}.`;
}
