const KEY = 'site-tour-seen';

/** In place of accounts: nobody is shown the tour by itself on this machine. */
const EVERYBODY = '*';

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

const accountsIn = (storage: Kept): string[] =>
  (storage.getItem(KEY) ?? '').split(' ').filter((account) => account !== '');

/** Whether an account is still to be shown the tour here. */
export const isDue = (account: string, storage: Kept = window.localStorage): boolean => {
  const seen = accountsIn(storage);
  return !seen.includes(account) && !seen.includes(EVERYBODY);
};

/** From now on the account is shown the tour only when it asks for it. */
export const markSeen = (account: string, storage: Kept = window.localStorage): void => {
  if (isDue(account, storage)) storage.setItem(KEY, [...accountsIn(storage), account].join(' '));
};
