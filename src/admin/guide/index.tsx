import { GuidePage } from './GuidePage';

// The router asks for a default export of what it loads lazily.
export default GuidePage;
