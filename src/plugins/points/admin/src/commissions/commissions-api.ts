import { adminApi } from '@strapi/strapi/admin';
import type {
  AdoptAnswerBody,
  CommissionOutcomesResponse,
  CommissionResponse,
  CommissionsQuery,
  CommissionsResponse,
  ExtendCommissionBody,
  ReasonBody,
  UnitOfCommissionBody,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';

/** What is decided about a commission, and what is said with it. */
export type Decision =
  | { action: 'extend'; body: ExtendCommissionBody }
  | { action: 'close' | 'reopen'; body: ReasonBody }
  | { action: 'not-needed' | 'needed'; body: UnitOfCommissionBody };

interface AdoptArguments {
  documentId: string;
  submission: string;
  body: AdoptAnswerBody;
}

const LIST = { type: 'Document', id: `${UID.commission}_LIST` } as const;

const commissionsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'PointsLedger', 'PointsCommissions'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getCommissions: build.query<CommissionsResponse, CommissionsQuery>({
        query: (params) => getRequest('/points/commissions', params),
        providesTags: ['PointsCommissions', LIST],
      }),
      getCommission: build.query<CommissionResponse['data'], string>({
        query: (documentId) => getRequest(`/points/commissions/${documentId}`),
        transformResponse: (response: CommissionResponse) => response.data,
        providesTags: ['PointsCommissions'],
      }),
      getCommissionOutcomes: build.query<CommissionOutcomesResponse, string>({
        query: (period) => getRequest('/points/commissions/outcomes', { period }),
        providesTags: ['PointsCommissions', LIST],
      }),
      decideCommission: build.mutation<CommissionResponse, { documentId: string } & Decision>({
        query: ({ documentId, action, body }) =>
          postRequest(`/points/commissions/${documentId}/${action}`, body),
        invalidatesTags: (_result, error, { documentId }) =>
          error
            ? []
            : ['PointsCommissions', { type: 'Document', id: `${UID.commission}_${documentId}` }],
      }),
      adoptAnswer: build.mutation<CommissionResponse, AdoptArguments>({
        query: ({ documentId, submission, body }) =>
          postRequest(`/points/commissions/${documentId}/answers/${submission}/adopt`, body),
        invalidatesTags: (_result, error, { submission }) =>
          error
            ? []
            : [
                'PointsCommissions',
                'PointsLedger',
                { type: 'Document', id: `${UID.submission}_${submission}` },
                { type: 'Document', id: `${UID.adoption}_LIST` },
              ],
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetCommissionsQuery,
  useGetCommissionQuery,
  useGetCommissionOutcomesQuery,
  useDecideCommissionMutation,
  useAdoptAnswerMutation,
} = commissionsApi;
