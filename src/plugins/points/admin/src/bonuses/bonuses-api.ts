import { adminApi } from '@strapi/strapi/admin';
import type {
  BonusesQuery,
  BonusesResponse,
  EvidenceBody,
  BonusResponse,
  DeductionKindsQuery,
  DeductionKindsResponse,
  DeductionResponse,
  DeductionsQuery,
  DeductionsResponse,
  RecordBonusBody,
  RecordDeductionBody,
  WithdrawBonusBody,
} from '../../../shared/contracts';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';

interface WithdrawArguments {
  documentId: string;
  body: WithdrawBonusBody;
}

interface EvidenceArguments {
  of: 'bonuses' | 'deductions';
  documentId: string;
  body: EvidenceBody;
}

/** What the media library answers of an uploaded file. */
interface UploadedFile {
  id: number;
  name: string;
}

const formOf = (files: readonly File[]): FormData => {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  return form;
};

const bonusesApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['PointsLedger', 'PointsBonuses', 'PointsDeductions'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getBonuses: build.query<BonusesResponse, BonusesQuery>({
        query: (params) => getRequest('/points/bonuses', params),
        providesTags: ['PointsBonuses'],
      }),
      recordBonus: build.mutation<BonusResponse, RecordBonusBody>({
        query: (body) => postRequest('/points/bonuses', body),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsBonuses', 'PointsLedger']),
      }),
      withdrawBonus: build.mutation<BonusResponse, WithdrawArguments>({
        query: ({ documentId, body }) =>
          postRequest(`/points/bonuses/${documentId}/withdraw`, body),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsBonuses', 'PointsLedger']),
      }),
      addEvidence: build.mutation<BonusResponse | DeductionResponse, EvidenceArguments>({
        query: ({ of, documentId, body }) =>
          postRequest(`/points/${of}/${documentId}/evidence`, body),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsBonuses', 'PointsDeductions']),
      }),
      getDeductions: build.query<DeductionsResponse, DeductionsQuery>({
        query: (params) => getRequest('/points/deductions', params),
        providesTags: ['PointsDeductions'],
      }),
      getDeductionKinds: build.query<DeductionKindsResponse, DeductionKindsQuery>({
        query: (params) => getRequest('/points/deductions/kinds', params),
      }),
      recordDeduction: build.mutation<DeductionResponse, RecordDeductionBody>({
        query: (body) => postRequest('/points/deductions', body),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsDeductions', 'PointsLedger']),
      }),
      withdrawDeduction: build.mutation<DeductionResponse, WithdrawArguments>({
        query: ({ documentId, body }) =>
          postRequest(`/points/deductions/${documentId}/withdraw`, body),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsDeductions', 'PointsLedger']),
      }),
      uploadEvidence: build.mutation<UploadedFile[], readonly File[]>({
        query: (files) => postRequest('/upload', formOf(files)),
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetBonusesQuery,
  useRecordBonusMutation,
  useWithdrawBonusMutation,
  useAddEvidenceMutation,
  useGetDeductionsQuery,
  useGetDeductionKindsQuery,
  useRecordDeductionMutation,
  useWithdrawDeductionMutation,
  useUploadEvidenceMutation,
} = bonusesApi;
