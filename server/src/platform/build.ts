import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const workspace = resolve(import.meta.dirname, '../../..');

/**
 * Runs a task of the workspace where its inputs have changed since it last ran (turbo keeps track).
 *
 * @param environment of the programs it runs.
 * @throws Error a program failed: the message is what it printed.
 */
export function runTask(
  task: readonly string[],
  { environment, signal }: { environment: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<void> {
  const turbo = createRequire(resolve(workspace, 'package.json')).resolve('turbo/bin/turbo');
  const child = spawn(
    process.execPath,
    [turbo, 'run', ...task, '--output-logs=errors-only', '--no-update-notifier'],
    { cwd: workspace, env: environment, stdio: ['ignore', 'pipe', 'pipe'], signal },
  );
  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) =>
      code === 0
        ? done()
        : failed(new Error(`Building failed:\n${Buffer.concat(printed).toString('utf8')}`)),
    );
  });
}
