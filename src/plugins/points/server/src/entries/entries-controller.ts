import type { Core } from '@strapi/strapi';
import type {
  CreateSubmissionFromEntryBody,
  EntryPointsResponse,
  EntryResponse,
} from '../../../shared/contracts';
import { createSubmissionService } from './create-submission';
import { entryViewService } from './entry-panel';
import type { Unsaved } from './provenance';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { createSubmissionBody, entryPointsQuery, entryQuery } from './schemas';
import { parse } from '../parse';
import { refuse } from '../messages';

const MOST_ENTRIES = 100;

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: RequestContext): Promise<void> {
    const { placement, submission } = parse(strapi, entryQuery, ctx.query);
    const unsaved: Unsaved = {
      placement: placement === '' ? null : placement,
      submission: submission === '' ? null : submission,
    };
    ctx.body = {
      data: await entryViewService(strapi).view(
        parameter(ctx, 'uid'),
        parameter(ctx, 'documentId'),
        unsaved
      ),
    } satisfies EntryResponse;
  },

  async findPoints(ctx: RequestContext): Promise<void> {
    const { documentIds } = parse(strapi, entryPointsQuery, ctx.query);
    const ids = documentIds.split(',').filter((id) => id !== '');
    if (ids.length === 0 || ids.length > MOST_ENTRIES) {
      throw refuse(strapi, 'documentIds', 'error.entry.documentIds');
    }
    ctx.body = {
      data: await entryViewService(strapi).pointsOf(parameter(ctx, 'uid'), ids),
    } satisfies EntryPointsResponse;
  },

  async createSubmission(ctx: RequestContext): Promise<void> {
    const body: CreateSubmissionFromEntryBody = parse(
      strapi,
      createSubmissionBody,
      ctx.request.body
    );
    ctx.body = {
      data: await createSubmissionService(strapi).create(
        parameter(ctx, 'uid'),
        parameter(ctx, 'documentId'),
        body,
        ctx.state.user
      ),
    };
    ctx.status = 201;
  },
});
