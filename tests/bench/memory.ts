import { setTimeout } from 'node:timers/promises';

const MB = 1_000_000;
const SAMPLE_MS = 10;

/** The most that the process ever had, in bytes: work that never waits lets no timer look. */
const everAtMost = (): number => process.resourceUsage().maxRSS * 1024;

const SETTLING_MS = 500;
const MOST_SETTLINGS = 10;

/** What an idle process has, in bytes: what was thrown away goes back to the system only after a while. */
const idleSize = async (): Promise<number> => {
  let size = Infinity;
  for (let round = 0; round < MOST_SETTLINGS; round += 1) {
    global.gc?.();
    await setTimeout(SETTLING_MS);
    const now = process.memoryUsage.rss();
    if (now >= size - MB) break;
    size = now;
  }
  return Math.min(size, process.memoryUsage.rss());
};

/** By how many MB the process, with all its threads, grows at most while something is done. */
export const growthDuring = async (work: () => Promise<unknown>): Promise<number> => {
  const before = await idleSize();
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
