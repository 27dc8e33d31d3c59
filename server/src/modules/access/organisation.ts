/** An organisation that accounts act for, as everybody who is signed in may know it. */
export interface OrganisationRecord {
  readonly id: string;
  /** For people and addresses, for example `nottinghamshire`. */
  readonly slug: string;
  readonly name: string;
  readonly kind: 'TENANT' | 'HUB' | 'PROVIDER';
  /** The consortium a hub serves; null for others. */
  readonly consortiumCode: string | null;
  /** GSS codes of the authorities it answers for. */
  readonly authorityCodes: readonly string[];
}
