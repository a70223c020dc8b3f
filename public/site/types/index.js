import { disclosureDocuments } from './disclosure.js';
import * as features from './features.js';
import { articles, events } from './news.js';
import { leaders, milestones, profiles } from './organisation.js';
import { powerItems, serviceGuides } from './services.js';

/**
 * How the entries of each collection are listed and shown, by the collection's name in the API: what
 * is asked for, how a list and how an entry is drawn, and who is named as its source.
 */
export const TYPES = {
  articles,
  events,
  leaders,
  profiles,
  milestones,
  'disclosure-documents': disclosureDocuments,
  'power-items': powerItems,
  'service-guides': serviceGuides,
  'heritage-items': features.heritageItems,
  'livelihood-projects': features.livelihoodProjects,
  works: features.works,
  artists: features.artists,
  'training-results': features.trainingResults,
  policies: features.policies,
  'lecture-series-list': features.lectureSeries,
  lectures: features.lectures,
};
