/** Prints in Markdown, so that a run can be pasted into the documentation. */

export const HEAD = [
  '| bench | database | measured | ms | against | ms | ratio | at most |',
  '|---|---|---|--:|---|--:|--:|--:|',
].join('\n');

const milliseconds = (/** @type {number} */ value) => value.toFixed(value < 100 ? 2 : 0);

/**
 * @param {import('./measure').Row & { bench: string, database: string }} line
 * @returns {string}
 */
export const describe = (line) => {
  const { bench, database, measured, time, against, againstTime, ratio, target } = line;
  const missed = target !== null && ratio > target;
  const cells = [
    bench,
    database,
    measured,
    milliseconds(time),
    against,
    milliseconds(againstTime),
    ratio.toFixed(3) + (missed ? ' (missed)' : ''),
    target === null ? '' : target.toFixed(2),
  ];
  return `| ${cells.join(' | ')} |`;
};
