/**
 * The longest turn of this thread's event loop while something is done: how long nobody else would be answered. Unit:
 * milliseconds of its own processor time, whatever other programs take.
 */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = process.threadCpuUsage();
  const ticking = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    before = process.threadCpuUsage();
  });
  try {
    await work();
    return longest;
  } finally {
    clearInterval(ticking);
  }
}
