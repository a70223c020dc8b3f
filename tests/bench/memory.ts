const MB = 1_000_000;
const SAMPLE_MS = 10;

/** By how many MB the process, with all its threads, grows at most while something is done. */
export const growthDuring = async (work: () => Promise<unknown>): Promise<number> => {
  global.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return (peak - before) / MB;
};
