import { parentPort, workerData } from 'node:worker_threads';
import type { AuditAnswer, AuditTask } from './audit-messages.ts';
import { protect } from './protect.ts';
import { AuditFailed } from './release-problem.ts';

// A thread of its own: an audit takes minutes in which nobody else would be answered.
const { problem, checkpoint }: AuditTask = workerData;
const answer = (message: AuditAnswer) => parentPort?.postMessage(message);

try {
  const cells = await protect(problem, {
    ...(checkpoint && { checkpoint }),
    report: (progress) => answer({ kind: 'progress', progress }),
  });
  answer({ kind: 'protected', cells });
} catch (error) {
  // What else an error says might quote a figure: it stays here.
  answer(
    error instanceof AuditFailed
      ? { kind: 'failed', attacker: error.attacker, open: error.open, why: error.why }
      : { kind: 'broken' },
  );
}
parentPort?.close();
