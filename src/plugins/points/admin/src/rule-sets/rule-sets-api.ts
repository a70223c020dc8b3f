import { adminApi } from '@strapi/strapi/admin';
import type {
  MakeRuleSetDraftBody,
  PutInForceBody,
  PutInForceResponse,
  RuleSetDraftResponse,
  RuleSetResponse,
  RuleSetsResponse,
  RuleSetTrialResponse,
  SaveRuleSetDraftBody,
  TryRuleSetBody,
} from '../../../shared/contracts';
import { getRequest, postRequest, putRequest } from '../../../../../admin/shared/requests';

type Draft = RuleSetDraftResponse['data'];
type RuleSet = RuleSetResponse['data'];
type Trial = RuleSetTrialResponse['data'];

interface Change<Body> {
  documentId: string;
  body: Body;
}

const draftPath = (documentId: string): string => `/points/rule-set-drafts/${documentId}`;

const ruleSetsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['PointsRuleSets', 'PointsReport', 'Document'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getRuleSets: build.query<RuleSetsResponse, null>({
        query: () => getRequest('/points/rule-sets'),
        providesTags: ['PointsRuleSets'],
      }),
      getRuleSet: build.query<RuleSet, string>({
        query: (documentId) => getRequest(`/points/rule-sets/${documentId}`),
        transformResponse: ({ data }: RuleSetResponse) => data,
        providesTags: ['PointsRuleSets'],
      }),
      getRuleSetDraft: build.query<Draft, string>({
        query: (documentId) => getRequest(draftPath(documentId)),
        transformResponse: ({ data }: RuleSetDraftResponse) => data,
        providesTags: ['PointsRuleSets'],
      }),
      makeRuleSetDraft: build.mutation<Draft, MakeRuleSetDraftBody>({
        query: (body) => postRequest('/points/rule-set-drafts', body),
        transformResponse: ({ data }: RuleSetDraftResponse) => data,
        invalidatesTags: ['PointsRuleSets'],
      }),
      saveRuleSetDraft: build.mutation<Draft, Change<SaveRuleSetDraftBody>>({
        query: ({ body, documentId }) => putRequest(draftPath(documentId), body),
        transformResponse: ({ data }: RuleSetDraftResponse) => data,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsRuleSets']),
      }),
      removeRuleSetDraft: build.mutation<null, Change<{ revision: number }>>({
        query: ({ body, documentId }) => postRequest(`${draftPath(documentId)}/remove`, body),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsRuleSets']),
      }),
      tryRuleSet: build.mutation<Trial, Change<TryRuleSetBody>>({
        query: ({ body, documentId }) => postRequest(`${draftPath(documentId)}/try`, body),
        transformResponse: ({ data }: RuleSetTrialResponse) => data,
      }),
      putRuleSetInForce: build.mutation<PutInForceResponse, Change<PutInForceBody>>({
        query: ({ body, documentId }) => postRequest(`${draftPath(documentId)}/put-in-force`, body),
        invalidatesTags: (_result, error) =>
          error ? [] : ['PointsRuleSets', 'PointsReport', 'Document'],
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetRuleSetsQuery,
  useGetRuleSetQuery,
  useGetRuleSetDraftQuery,
  useMakeRuleSetDraftMutation,
  useSaveRuleSetDraftMutation,
  useRemoveRuleSetDraftMutation,
  useTryRuleSetMutation,
  usePutRuleSetInForceMutation,
} = ruleSetsApi;
