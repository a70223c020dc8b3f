export { prepareIndex, rebuildIndex } from './index-entries';
export { soundsLike } from './sounds-like';
export { search, type Narrowing, type SearchPage } from './search';
