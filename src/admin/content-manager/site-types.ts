/** A section of the site (regulation §四), by which the Content Manager's menu is grouped. */
export type Section = 'news' | 'organisation' | 'disclosure' | 'services' | 'features';

interface SiteType {
  uid: string;
  section: Section;
}

const type = (name: string, section: Section): SiteType => ({
  uid: `api::${name}.${name}`,
  section,
});

/** The site's content types by the name that their schemas show, each with its section. */
export const SITE_TYPES: Readonly<Record<string, SiteType>> = {
  Article: type('article', 'news'),
  Event: type('event', 'news'),
  Leader: type('leader', 'organisation'),
  'Unit profile': type('profile', 'organisation'),
  Milestone: type('milestone', 'organisation'),
  'Disclosure document': type('disclosure-document', 'disclosure'),
  'Power item': type('power-item', 'services'),
  'Service guide': type('service-guide', 'services'),
  'Heritage item': type('heritage-item', 'features'),
  'Livelihood project': type('livelihood-project', 'features'),
  Work: type('work', 'features'),
  Artist: type('artist', 'features'),
  'Training result': type('training-result', 'features'),
  Policy: type('policy', 'features'),
  'Lecture series': type('lecture-series', 'features'),
  Lecture: type('lecture', 'features'),
};

/** The columns have help texts, but stand in no section. */
export const COLUMN = { name: 'Column', uid: 'api::column.column' } as const;
