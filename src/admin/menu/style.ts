import { addStyle } from '../shared/add-style';
import rules from './menu.css?inline';

/** Puts the menu's rules into the page. */
export const styleMenu = (): void => addStyle('site-menu-style', rules);
