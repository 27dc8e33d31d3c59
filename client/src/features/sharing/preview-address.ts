/** Whose sight an address asks for; null until an organisation is chosen. */
export interface PreviewChoice {
  readonly organisation: string | null;
  /** Null: the role that the server thinks usual. */
  readonly role: string | null;
}

export const previewChoice = (address: URLSearchParams): PreviewChoice => ({
  organisation: address.get('organisation') || null,
  role: address.get('role') || null,
});

/** The roles whose sight can differ, by kind of organisation. */
export const rolesOf: Readonly<Record<string, readonly string[]>> = {
  TENANT: ['commissioner', 'placement-officer'],
  HUB: ['hub-analyst', 'reviewer'],
  PROVIDER: ['provider'],
};

/** The query string of a choice; another organisation starts with its usual role. */
export function previewSearch({ organisation, role }: PreviewChoice): string {
  const search = new URLSearchParams();
  if (organisation !== null) search.set('organisation', organisation);
  if (role !== null) search.set('role', role);
  return search.toString();
}
