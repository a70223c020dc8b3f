import { page, showMissing } from '../lib/shell.js';

page(showMissing);
