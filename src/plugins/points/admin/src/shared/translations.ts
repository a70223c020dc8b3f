import { PLUGIN_ID } from '../constants';

/** The full message id of one of the plugin's own texts: `points.<key>`. */
export const trId = (key: string): string => `${PLUGIN_ID}.${key}`;
