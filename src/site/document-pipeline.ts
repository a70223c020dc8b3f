import type { Core } from '@strapi/strapi';
import { reads } from '../common/documents/context';
import type { PipelineStep } from '../common/documents/pipeline';
import { isOfColumns, siteMiddleware } from './document-middleware';
import { isDatedType, publicationDateMiddleware } from './publication-date';
import { cacheMiddleware, changesAnswers } from './public-api/cache';
import { draftGuard } from './public-api/drafts';
import { queryGuard } from './public-api/query-guard';
import { changesTheSite, searchMiddleware } from './search/document-middleware';
import { mayChangeAddress, slugMiddleware } from './slug/document-middleware';

/** The site's steps of the path of a write, in their order; behind the plugin's. */
export const sitePipeline = (strapi: Core.Strapi): readonly PipelineStep[] => [
  { name: 'site-rules', concerns: isOfColumns, run: siteMiddleware(strapi) },
  { name: 'addresses', concerns: mayChangeAddress, run: slugMiddleware(strapi) },
  { name: 'publication-date', concerns: isDatedType, run: publicationDateMiddleware(strapi) },
  { name: 'private-drafts', concerns: reads, run: draftGuard(strapi) },
  { name: 'answerable-queries', concerns: reads, run: queryGuard(strapi) },
  { name: 'kept-answers', concerns: changesAnswers, run: cacheMiddleware(strapi) },
  { name: 'search-index', concerns: changesTheSite, run: searchMiddleware(strapi) },
];
