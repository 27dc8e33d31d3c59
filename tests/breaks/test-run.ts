import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toolEnvironment } from '@sufficiency/server/env.ts';
import type { WorkTree } from './work-tree.ts';

/** What became of some test files. */
export interface Outcome {
  readonly passed: number;
  /** Names of tests whose assertions did not hold. */
  readonly refuted: readonly string[];
  /** What failed otherwise: a file that did not load, a hook, an error outside an assertion. */
  readonly otherwise: readonly string[];
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Longest run of some test files. Unit: milliseconds. */
const patience = 400_000;

/**
 * Runs test files of a work tree.
 *
 * @param until `first failure` ends as soon as a test is red; `the end` runs them all.
 */
export async function runTests(
  { folder, temporary }: WorkTree,
  tests: readonly string[],
  { until, stop }: { readonly until: 'first failure' | 'the end'; readonly stop: AbortSignal },
): Promise<Outcome> {
  const report = join(temporary, 'report.json');
  await rm(report, { force: true });
  const bail = until === 'first failure' ? ['--bail=1'] : [];
  const child = spawn(
    process.execPath,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=json',
      `--outputFile=${report}`,
      ...bail,
      ...tests,
    ],
    {
      cwd: folder,
      env: { ...toolEnvironment(), TMPDIR: temporary },
      stdio: 'ignore',
      // A group of its own: whatever it starts can be ended with it.
      detached: true,
    },
  );
  await ended(child, AbortSignal.any([stop, AbortSignal.timeout(patience)]));
  stop.throwIfAborted();
  return outcomeOf(JSON.parse(await readFile(report, 'utf8').catch(() => 'null')));
}

/** Waits until a process has ended, which an abortion hastens: it and all it started. */
async function ended(child: ChildProcess, stop: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.once('close', () => resolve());
  child.once('error', reject);
  const interrupt = () => {
    // For PostgreSQL this is a fast shutdown; vitest ends its tests.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  };
  stop.addEventListener('abort', interrupt, { once: true });
  await promise.finally(() => stop.removeEventListener('abort', interrupt));
}

/** What vitest says of an expectation that was not met; a rejection that did not come is a plain error to it. */
const expectation = /AssertionError|^Error: (expect|promise (resolved|rejected))/m;

function outcomeOf(report: Report | null): Outcome {
  if (!report || report.testResults.length === 0) {
    return { passed: 0, refuted: [], otherwise: ['no test ran'] };
  }
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  const isRefuted = ({ failureMessages }: (typeof failed)[number]) =>
    failureMessages.some((message) => expectation.test(message));
  const files = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    refuted: failed.filter(isRefuted).map(({ fullName }) => fullName),
    otherwise: [
      ...failed
        .filter((test) => !isRefuted(test))
        .map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0])}`),
      ...files.map(({ name, message }) => `${name}: ${firstLine(message)}`),
    ],
  };
}

const firstLine = (text = '') => text.trim().split('\n')[0] ?? '';
