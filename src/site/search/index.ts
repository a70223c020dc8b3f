export { prepareIndex, rebuildIndex } from './index-entries';
export { search, type Narrowing, type SearchPage } from './search';
