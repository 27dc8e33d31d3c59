import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** Whether the viewer builds releases of the consortium that the address names. */
export function useBuilds(): boolean {
  const { code } = useConsortium();
  const { permissions, consortia } = useViewer();
  return permissions.includes('release:build') && consortia.some((own) => own.code === code);
}
