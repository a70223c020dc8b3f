export { prepareIndex, rebuildIndex } from './index-entries';
export { search, type SearchPage } from './search';
