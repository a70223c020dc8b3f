import { commandOf, queryOf, stateOf } from './inbox-state';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe("the inbox's address", () => {
  it('falls back to what waits where it says nothing, or nonsense', () => {
    const state = { queue: 'submitted', unit: '', category: '', text: '', page: 1 };
    expect(stateOf({})).toEqual(state);
    expect(stateOf({ queue: 'x', unit: 7, category: [], text: {}, page: '-1' })).toEqual(state);
  });

  it('asks only for what is chosen', () => {
    expect(queryOf(stateOf({}))).toEqual({ queue: 'submitted', page: 1, pageSize: 25 });
    expect(
      queryOf(
        stateOf({ queue: 'returned', unit: 'u', category: 'research', text: ' 书 ', page: '2' })
      )
    ).toEqual({
      queue: 'returned',
      unit: 'u',
      category: 'research',
      text: '书',
      page: 2,
      pageSize: 25,
    });
  });
});

describe('the keys of the inbox', () => {
  it.each([
    ['j', 'next'],
    ['J', 'next'],
    ['ArrowUp', 'previous'],
    ['a', 'accept'],
    ['r', 'return'],
    ['d', 'decline'],
    ['e', 'entry'],
    ['x', 'select'],
  ])('%s means %s', (key, command) => {
    expect(commandOf({ ...plain, key })).toBe(command);
  });

  it('leave Tab, Enter and the combinations of the browser alone', () => {
    expect(commandOf({ ...plain, key: 'Tab' })).toBeUndefined();
    expect(commandOf({ ...plain, key: 'Enter' })).toBeUndefined();
    expect(commandOf({ ...plain, key: 'a', ctrlKey: true })).toBeUndefined();
  });
});
