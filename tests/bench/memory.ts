const MB = 1_000_000;
const SAMPLE_MS = 10;

/** The most that the process ever had, in bytes: work that never waits lets no timer look. */
const everAtMost = (): number => process.resourceUsage().maxRSS * 1024;

/** By how many MB the process, with all its threads, grows at most while something is done. */
export const growthDuring = async (work: () => Promise<unknown>): Promise<number> => {
  global.gc?.();
  const before = process.memoryUsage.rss();
  const most = everAtMost();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  if (everAtMost() > most) peak = Math.max(peak, everAtMost());
  return (peak - before) / MB;
};
