/** As long as a submission's schema and form allow. */
const LONGEST = 60;

/**
 * Who signed, as the submission shows it in one line: all names, or as many as there is room for and
 * how many signed in all. The signatures themselves keep every name.
 */
export const describeSigners = (names: readonly string[]): string => {
  const all = names.join('、');
  if (all.length <= LONGEST) return all;
  const ending = `等${names.length}人`;
  const shown: string[] = [];
  for (const name of names) {
    if ([...shown, name].join('、').length + ending.length > LONGEST) break;
    shown.push(name);
  }
  if (shown.length === 0) return all.slice(0, LONGEST);
  return `${shown.join('、')}${ending}`;
};
