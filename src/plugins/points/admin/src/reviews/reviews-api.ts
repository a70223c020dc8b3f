import { adminApi } from '@strapi/strapi/admin';
import type {
  DecideReviewBody,
  MakeReviewBody,
  PublishReviewBody,
  ReviewResponse,
  ReviewsResponse,
  SaveReviewBody,
} from '../../../shared/contracts';
import { getRequest, postRequest, putRequest } from '../../../../../admin/shared/requests';

type Review = ReviewResponse['data'];

interface Change<Body> {
  documentId: string;
  body: Body;
}

const dataOf = ({ data }: ReviewResponse): Review => data;

const reviewsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['PointsReviews', 'PointsBulletins'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getReviews: build.query<ReviewsResponse, null>({
        query: () => getRequest('/points/reviews'),
        providesTags: ['PointsReviews', 'PointsBulletins'],
      }),
      getReview: build.query<Review, string>({
        query: (documentId) => getRequest(`/points/reviews/${documentId}`),
        transformResponse: dataOf,
        providesTags: ['PointsReviews'],
      }),
      makeReview: build.mutation<Review, MakeReviewBody>({
        query: (body) => postRequest('/points/reviews', body),
        transformResponse: dataOf,
        invalidatesTags: ['PointsReviews'],
      }),
      saveReview: build.mutation<Review, Change<SaveReviewBody>>({
        query: ({ body, documentId }) => putRequest(`/points/reviews/${documentId}`, body),
        transformResponse: dataOf,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsReviews']),
      }),
      decideReview: build.mutation<Review, Change<DecideReviewBody>>({
        query: ({ body, documentId }) => postRequest(`/points/reviews/${documentId}/decide`, body),
        transformResponse: dataOf,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsReviews']),
      }),
      publishReview: build.mutation<Review, Change<PublishReviewBody>>({
        query: ({ body, documentId }) => postRequest(`/points/reviews/${documentId}/publish`, body),
        transformResponse: dataOf,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsReviews']),
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetReviewsQuery,
  useGetReviewQuery,
  useMakeReviewMutation,
  useSaveReviewMutation,
  useDecideReviewMutation,
  usePublishReviewMutation,
} = reviewsApi;
