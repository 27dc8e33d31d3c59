/** Ofsted's sectors. They do not say who is in-house: children's trusts are in it as voluntary. */
export const serviceSectors = [
  'PRIVATE',
  'LOCAL_AUTHORITY',
  'VOLUNTARY',
  'ACADEMY',
  'HEALTH_AUTHORITY',
] as const;

export type ServiceSector = (typeof serviceSectors)[number];

/** The sector that Ofsted prints so, for example “Local Authority”; null if there is none. */
export function sectorOf(printed: string): ServiceSector | null {
  const name = printed.trim().toUpperCase().replaceAll(' ', '_');
  return serviceSectors.find((sector) => sector === name) ?? null;
}
