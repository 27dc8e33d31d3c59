const triBorough = new Set(['E09000013', 'E09000020', 'E09000033']);

const trust2018 = new Map([
  ['E08000025', 'Birmingham'],
  ['E08000028', 'Sandwell'],
]);

/** From 2022, as the dictionary of the Local Authority Interactive Tool tells. */
const jointFrom2022 = new Map([
  ...[...triBorough].map((code) => [code, 'the London Tri-borough service'] as const),
  ['E09000021', 'the London Bi-borough service of Kingston and Richmond upon Thames'],
  ['E09000027', 'the London Bi-borough service of Kingston and Richmond upon Thames'],
  ['E06000061', 'Northamptonshire Children’s Trust'],
  ['E06000062', 'Northamptonshire Children’s Trust'],
  ['E06000053', 'Cornwall, which runs the service for the Isles of Scilly'],
  ['E09000001', 'the pan-London arrangement'],
]);

/** Why Ofsted's table of 2018-19 has “..” for an authority, as a sentence. */
export function whyNoFosteringFigure(code: string): string {
  if (triBorough.has(code)) {
    return 'Published for the London Tri-borough as one service: Hammersmith and Fulham, Kensington and Chelsea, and Westminster.';
  }
  const trust = trust2018.get(code);
  return trust
    ? `Ofsted’s table has “..” (not available) for ${trust} throughout 2018-19, the year a children’s trust took over its fostering service.`
    : 'Ofsted’s table has “..” (not available) for this authority.';
}

/** Why the Local Authority Interactive Tool has no foster places for an authority, as a sentence; null if unknown. */
export function whyNoFosterPlaces(code: string): string | null {
  const service = jointFrom2022.get(code);
  return service ? `Reported by ${service}, not for the authority alone.` : null;
}
