import { adminApi } from '@strapi/strapi/admin';
import type {
  ConfirmAwardBody,
  SealedAwardDecisionResponse,
  SealedAwardsResponse,
  WithdrawAwardBody,
} from '../../../shared/contracts';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';

interface Decision<Body> {
  documentId: string;
  body: Body;
}

const sealedAwardsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['PointsLedger', 'PointsSealedAwards'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getSealedAwards: build.query<SealedAwardsResponse, { page: number; pageSize: number }>({
        query: (params) => getRequest('/points/sealed-awards', params),
        providesTags: ['PointsSealedAwards', 'PointsLedger'],
      }),
      confirmAward: build.mutation<SealedAwardDecisionResponse, Decision<ConfirmAwardBody>>({
        query: ({ documentId, body }) =>
          postRequest(`/points/sealed-awards/${documentId}/confirm`, body),
        invalidatesTags: ['PointsSealedAwards'],
      }),
      withdrawAward: build.mutation<SealedAwardDecisionResponse, Decision<WithdrawAwardBody>>({
        query: ({ documentId, body }) =>
          postRequest(`/points/sealed-awards/${documentId}/withdraw`, body),
        invalidatesTags: ['PointsSealedAwards', 'PointsLedger'],
      }),
    }),
    overrideExisting: false,
  });

export const { useGetSealedAwardsQuery, useConfirmAwardMutation, useWithdrawAwardMutation } =
  sealedAwardsApi;
