import { adminApi } from '@strapi/strapi/admin';
import type {
  AnswerObjectionBody,
  FileObjectionBody,
  ObjectionResponse,
  ObjectionsQuery,
  ObjectionsResponse,
  WithdrawCorrectionBody,
} from '../../../shared/contracts';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';

interface AnswerArguments {
  documentId: string;
  body: AnswerObjectionBody;
}

interface WithdrawCorrectionArguments {
  documentId: string;
  body: WithdrawCorrectionBody;
}

const TOUCHED = ['PointsObjections', 'PointsLedger'] as const;

const objectionsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['PointsLedger', 'PointsObjections'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getObjections: build.query<ObjectionsResponse, ObjectionsQuery>({
        query: (params) => getRequest('/points/objections', params),
        providesTags: ['PointsObjections'],
      }),
      getObjection: build.query<ObjectionResponse, string>({
        query: (documentId) => getRequest(`/points/objections/${documentId}`),
        providesTags: ['PointsObjections'],
      }),
      fileObjection: build.mutation<ObjectionResponse, FileObjectionBody>({
        query: (body) => postRequest('/points/objections', body),
        invalidatesTags: (_result, error) => (error ? [] : TOUCHED),
      }),
      withdrawObjection: build.mutation<ObjectionResponse, string>({
        query: (documentId) => postRequest(`/points/objections/${documentId}/withdraw`, {}),
        invalidatesTags: (_result, error) => (error ? [] : TOUCHED),
      }),
      answerObjection: build.mutation<ObjectionResponse, AnswerArguments>({
        query: ({ documentId, body }) =>
          postRequest(`/points/objections/${documentId}/answer`, body),
        invalidatesTags: (_result, error) => (error ? [] : TOUCHED),
      }),
      withdrawCorrection: build.mutation<ObjectionResponse, WithdrawCorrectionArguments>({
        query: ({ documentId, body }) =>
          postRequest(`/points/objections/${documentId}/correction/withdraw`, body),
        invalidatesTags: (_result, error) => (error ? [] : TOUCHED),
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetObjectionsQuery,
  useGetObjectionQuery,
  useFileObjectionMutation,
  useWithdrawObjectionMutation,
  useAnswerObjectionMutation,
  useWithdrawCorrectionMutation,
} = objectionsApi;
