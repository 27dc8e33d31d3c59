import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';

/** Whether the Chromium that comes as a package runs on this machine. */
export const hasPackagedChromium = process.platform === 'linux' && process.arch === 'x64';

/** Libraries and fonts that come with Chromium, for a machine that has none of its own. */
async function useOwnLibraries(): Promise<void> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  await inflate(join(dirname(entry), '../bin/al2023.tar.br'));
  setupLambdaEnvironment(join(tmpdir(), 'al2023/lib'));
}

/** Where Chromium is, unpacked if it was not, and able to start. */
export async function unpackChromium(): Promise<string> {
  const path = await sparticuz.executablePath();
  const { stdout } = spawnSync('ldd', [path], { encoding: 'utf8' });
  if (stdout?.includes('not found')) await useOwnLibraries();
  return path;
}
