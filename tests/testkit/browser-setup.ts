import sparticuz from '@sparticuz/chromium';

/** Unpacks Chromium once, before test files that run side by side would each begin to. */
export async function setup(): Promise<void> {
  if (process.platform === 'linux' && process.arch === 'x64') await sparticuz.executablePath();
}
