/**
 * `pnpm test`: builds what the tests need, runs every kind of test, and ends with one plain line,
 * `N passed, N failed`. Fails when anything failed and when nothing ran.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './testkit/workspace.ts';

const results = join(workspaceRoot, 'test-results');
const report = join(results, 'vitest.json');

/** Runs a command of the workspace, showing what it says. True if it succeeded. */
function run(command: string, ...options: string[]): boolean {
  const { status } = spawnSync(join(workspaceRoot, 'node_modules/.bin', command), options, {
    cwd: workspaceRoot,
    stdio: 'inherit',
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      // Tests start servers, threads and commands: what the first of them compiled, the next need not.
      NODE_COMPILE_CACHE: join(results, 'compiled'),
    },
  });
  return status === 0;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
    }[];
  }[];
}

/** Reads what vitest wrote, or null if it ended before it wrote anything. */
function readReport(): Report | null {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return null;
  }
}

interface Count {
  readonly passed: number;
  readonly failures: readonly string[];
  readonly skipped: number;
}

/** A file that failed as a whole (it did not load, or its set-up failed) counts as one failure. */
function count(found: Report, succeeded: boolean): Count {
  const failures = found.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length > 0) return tests.map((test) => `${name}: ${test.fullName}`);
    return status === 'failed' ? [`${name}: ${message}`] : [];
  });
  const unexplained = !succeeded && failures.length === 0;
  return {
    passed: found.numPassedTests,
    failures: unexplained ? ['vitest failed outside any test: see above'] : failures,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

/**
 * Of thousands of presses a browser on a busy machine now and then loses one. Whoever waited for what it does until the time
 * ran out tries once more, and the run says so: `(retry x1)`. Nothing else is tried again.
 */
const oneMorePress = ['--retry.count=1', String.raw`--retry.condition=Timeout \d+ms exceeded`];

function runTests(): Count {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (!run('turbo', 'run', 'generate', 'build', '--output-logs=errors-only')) {
    return { passed: 0, failures: ['the build failed: see above'], skipped: 0 };
  }
  const succeeded = run(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...oneMorePress,
  );
  const found = readReport();
  if (!found) return { passed: 0, failures: ['vitest wrote no report: see above'], skipped: 0 };
  return count(found, succeeded);
}

const { passed, failures, skipped } = runTests();
for (const failure of failures) console.log(`failed: ${failure}`);
if (failures.length > 0 || passed === 0) process.exitCode = 1;
console.log(
  `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
