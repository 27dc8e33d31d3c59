import type { Role } from '@sufficiency/shared/access/permissions.ts';

const titles: Readonly<Record<Role, string>> = {
  approver: 'Approver',
  commissioner: 'Commissioner',
  'hub-analyst': 'Hub analyst',
  'hub-manager': 'Hub manager',
  'ig-lead': 'Information-governance lead',
  'placement-officer': 'Placement officer',
  provider: 'Provider',
  reviewer: 'Reviewer',
};

/** A role as people say it; a role this page does not know yet stays as the server wrote it. */
export const roleTitle = (role: string): string =>
  Object.entries(titles).find(([known]) => known === role)?.[1] ?? role;
