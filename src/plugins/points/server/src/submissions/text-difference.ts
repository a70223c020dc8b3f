import { diffChars } from 'diff';
import type { Difference, TextChange } from '../../../shared/contracts';
import type { Version } from '../records/history';

/** Comparing texts that have little in common takes long and shows nothing. */
const LONGEST_MS = 200;

const changesOf = (before: string, after: string): TextChange[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts = diffChars(before, after, { timeout: LONGEST_MS });
  if (!parts) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
};

/** How two versions' words differ, character by character; `null` when they do not. */
export const differenceOf = (before: Version, after: Version): Difference | null =>
  before.title === after.title && before.text === after.text
    ? null
    : {
        title: changesOf(before.title, after.title),
        text: changesOf(before.text, after.text),
      };
