import { limitsFrom } from '../src/limits/settings';

/** How much of the server one request, and one visitor, can ask for. */
export default () => limitsFrom(process.env);
