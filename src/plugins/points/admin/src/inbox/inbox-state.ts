import {
  CATEGORIES,
  QUEUES,
  type Category,
  type InboxQuery,
  type Queue,
} from '../../../shared/contracts';

export interface InboxState {
  queue: Queue;
  unit: string;
  category: Category | '';
  text: string;
  page: number;
}

/** What the address holds: anything at all, since people edit addresses. */
export type RawState = Partial<Record<keyof InboxState, unknown>>;

const PAGE_SIZE = 25;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 100) : '');

/** The address as a state of the page: what it does not say, or says wrongly, is the default. */
export const stateOf = (raw: RawState): InboxState => {
  const page = Number(raw.page);
  return {
    queue: QUEUES.find((queue) => queue === raw.queue) ?? 'submitted',
    unit: textOf(raw.unit),
    category: CATEGORIES.find((category) => category === raw.category) ?? '',
    text: textOf(raw.text),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
};

/** The request that answers a state of the page. */
export const queryOf = ({ queue, unit, category, text, page }: InboxState): InboxQuery => ({
  queue,
  page,
  pageSize: PAGE_SIZE,
  ...(unit !== '' && { unit }),
  ...(category !== '' && { category }),
  ...(text.trim() !== '' && { text: text.trim() }),
});

/** What a key does in the list. */
export type KeyCommand = 'next' | 'previous' | 'accept' | 'return' | 'decline' | 'select' | 'entry';

const KEYS: Readonly<Record<string, KeyCommand>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  a: 'accept',
  r: 'return',
  d: 'decline',
  e: 'entry',
  x: 'select',
};

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The command of a key, if it has one; the browser's own combinations stay the browser's. */
export const commandOf = ({ key, ctrlKey, metaKey, altKey }: Pressed): KeyCommand | undefined =>
  ctrlKey || metaKey || altKey ? undefined : KEYS[key.length === 1 ? key.toLowerCase() : key];
