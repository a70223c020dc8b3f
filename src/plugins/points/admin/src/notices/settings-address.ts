/** The part of the address under which it is chosen what is mailed. */
export const SETTINGS = 'settings';
