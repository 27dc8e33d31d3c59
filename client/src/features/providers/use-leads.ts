import { useViewer } from '../access/SessionGate.tsx';
import type { FrameworkChoices } from './framework-queries.ts';

/** Whom the viewer may name as a framework’s lead: members of a hub’s consortium, else authorities of their own. */
export function useLeads({
  consortium,
}: FrameworkChoices): readonly { readonly code: string; readonly name: string }[] {
  const { role, authorities } = useViewer();
  return role.startsWith('hub') ? (consortium?.members ?? []) : authorities;
}
