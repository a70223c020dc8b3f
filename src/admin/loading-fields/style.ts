import { addStyle } from '../shared/add-style';
import rules from './loading-fields.css?inline';

/** Hides what stands for our inputs in a form until they are loaded; the labels stay. */
export const styleLoadingFields = (): void => addStyle('site-loading-fields-style', rules);
