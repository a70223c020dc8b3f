import type { GuideName } from '../guide/guide-names';

/** One thing that the tour shows. */
export interface TourStep {
  /** Its texts are `site.tour.<role>.<key>.title` and `.text`. */
  key: string;
  /** The end of the address of the menu's entry that it shows; `null` for none. */
  menu: string | null;
}

const WELCOME: TourStep = { key: 'welcome', menu: null };
const DESK: TourStep = { key: 'desk', menu: 'plugins/points-desk' };
const OVERVIEW: TourStep = { key: 'overview', menu: 'plugins/points-overview' };
const GUIDE: TourStep = { key: 'guide', menu: 'guide' };

/** What each of the bureau's people is shown at the first login. */
export const STEPS: Readonly<Record<GuideName, readonly TourStep[]>> = {
  officer: [WELCOME, DESK, OVERVIEW, GUIDE],
  leader: [WELCOME, DESK, OVERVIEW, GUIDE],
  editor: [
    WELCOME,
    { key: 'content', menu: 'content-manager' },
    { key: 'publish', menu: null },
    GUIDE,
  ],
  office: [
    WELCOME,
    { key: 'inbox', menu: 'plugins/points-inbox' },
    { key: 'adoptions', menu: 'plugins/points-adoptions' },
    { key: 'bulletins', menu: 'plugins/points-bulletins' },
    GUIDE,
  ],
  administrator: [
    WELCOME,
    { key: 'setup', menu: 'plugins/points-setup' },
    { key: 'accounts', menu: 'settings' },
    GUIDE,
  ],
};
