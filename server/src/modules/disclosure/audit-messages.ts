import type {
  AuditCheckpoint,
  AuditProgress,
  ProtectedCells,
  ReleaseProblem,
} from './release-problem.ts';

/** What the thread of an audit is given. */
export interface AuditTask {
  readonly problem: ReleaseProblem;
  readonly checkpoint: AuditCheckpoint | null;
}

/** What the thread answers: how far it is, and at the end one of the others. Never a true value. */
export type AuditAnswer =
  | { readonly kind: 'progress'; readonly progress: AuditProgress }
  | { readonly kind: 'protected'; readonly cells: ProtectedCells }
  | {
      readonly kind: 'failed';
      readonly attacker: string;
      readonly open: number;
      readonly why: string;
    }
  | { readonly kind: 'broken' };
