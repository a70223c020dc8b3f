import { adminApi } from '@strapi/strapi/admin';
import type {
  AcceptResponse,
  Category,
  DuplicatesResponse,
  MergeBody,
  PrecheckResponse,
  DeskQuery,
  DeskResponse,
  DeskSummaryResponse,
  EntryTypesResponse,
  InboxQuery,
  InboxResponse,
  MakeEntryResponse,
  MoveBody,
  SubmissionAction,
  SubmissionDetail,
  SubmissionResponse,
  DeskSignResponse,
  ReadPiece,
  SignBody,
  SubmissionReading,
  SubmissionReadingResponse,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { getRequest, postRequest, putRequest } from '../../../../../admin/shared/requests';

interface MoveArguments {
  documentId: string;
  action: SubmissionAction;
  body: MoveBody & Partial<SignBody>;
}

interface MakeEntryArguments {
  documentId: string;
  uid: string;
}

const LIST = { type: 'Document', id: `${UID.submission}_LIST` } as const;
const one = (documentId: string) =>
  ({ type: 'Document', id: `${UID.submission}_${documentId}` }) as const;

// The Content Manager's own tags: a move refreshes its forms and lists, and a save there refreshes
// what is shown here.
const submissionsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'Relations', 'PointsLedger'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getInbox: build.query<InboxResponse, InboxQuery>({
        query: (params) => getRequest('/points/inbox', params),
        providesTags: [LIST],
      }),
      getDesk: build.query<DeskResponse['data'], DeskQuery>({
        query: (params) => getRequest('/points/desk', params),
        transformResponse: (response: DeskResponse) => response.data,
        providesTags: [LIST],
      }),
      getDeskSummary: build.query<DeskSummaryResponse['data'], null>({
        query: () => getRequest('/points/desk/summary'),
        transformResponse: (response: DeskSummaryResponse) => response.data,
        providesTags: [LIST],
      }),
      getSubmission: build.query<SubmissionDetail, string>({
        query: (documentId) => getRequest(`/points/submissions/${documentId}`),
        transformResponse: (response: SubmissionResponse) => response.data,
        providesTags: (_result, _error, documentId) => [one(documentId)],
      }),
      getReading: build.query<SubmissionReading, string>({
        query: (documentId) => getRequest(`/points/desk/reading/${documentId}`),
        transformResponse: (response: SubmissionReadingResponse) => response.data,
        providesTags: (_result, _error, documentId) => [LIST, one(documentId)],
      }),
      signPieces: build.mutation<DeskSignResponse['data'], ReadPiece[]>({
        query: (pieces) => postRequest('/points/desk/sign', { pieces }),
        transformResponse: (response: DeskSignResponse) => response.data,
        invalidatesTags: (_result, _error, pieces) => [
          LIST,
          ...pieces.map(({ documentId }) => one(documentId)),
        ],
      }),
      moveSubmission: build.mutation<SubmissionDetail, MoveArguments>({
        query: ({ documentId, action, body }) =>
          postRequest(`/points/submissions/${documentId}/actions/${action}`, body),
        transformResponse: (response: SubmissionResponse) => response.data,
        invalidatesTags: (_result, _error, { documentId }) => [LIST, one(documentId)],
      }),
      chooseCategory: build.mutation<unknown, { documentId: string; category: Category }>({
        query: ({ documentId, category }) =>
          putRequest(`/content-manager/collection-types/${UID.submission}/${documentId}`, {
            category,
          }),
        invalidatesTags: (_result, error, { documentId }) => (error ? [] : [LIST, one(documentId)]),
      }),
      getDuplicates: build.query<DuplicatesResponse['data'], string>({
        query: (documentId) => getRequest(`/points/submissions/${documentId}/duplicates`),
        transformResponse: (response: DuplicatesResponse) => response.data,
        providesTags: (_result, _error, documentId) => [one(documentId)],
      }),
      getPrecheck: build.query<PrecheckResponse['data'], string>({
        query: (documentId) => getRequest(`/points/submissions/${documentId}/precheck`),
        transformResponse: (response: PrecheckResponse) => response.data,
        providesTags: (_result, _error, documentId) => [one(documentId)],
      }),
      mergeSubmissions: build.mutation<unknown, MergeBody & { documentId: string }>({
        query: ({ documentId, sources }) =>
          postRequest(`/points/submissions/${documentId}/actions/merge`, { sources }),
        invalidatesTags: (_result, error, { documentId, sources }) =>
          error ? [] : [LIST, one(documentId), ...sources.map(one), 'PointsLedger'],
      }),
      unmergeSubmissions: build.mutation<unknown, { documentId: string; sources: string[] }>({
        query: ({ documentId, sources }) =>
          postRequest(
            `/points/submissions/${documentId}/actions/unmerge`,
            sources.length > 0 ? { sources } : {}
          ),
        invalidatesTags: (_result, error, { documentId, sources }) =>
          error ? [] : [LIST, one(documentId), ...sources.map(one), 'PointsLedger'],
      }),
      acceptSubmissions: build.mutation<AcceptResponse['data'], string[]>({
        query: (documentIds) => postRequest('/points/inbox/accept', { documentIds }),
        transformResponse: (response: AcceptResponse) => response.data,
        invalidatesTags: (_result, _error, documentIds) => [LIST, ...documentIds.map(one)],
      }),
      getEntryTypes: build.query<EntryTypesResponse['data'], null>({
        query: () => getRequest('/points/entry-types'),
        transformResponse: (response: EntryTypesResponse) => response.data,
      }),
      makeEntry: build.mutation<MakeEntryResponse['data'], MakeEntryArguments>({
        query: ({ documentId, uid }) =>
          postRequest(`/points/submissions/${documentId}/entry`, { uid }),
        transformResponse: (response: MakeEntryResponse) => response.data,
        invalidatesTags: (_result, error, { documentId, uid }) =>
          error ? [] : [one(documentId), { type: 'Document', id: `${uid}_LIST` }, 'Relations'],
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetInboxQuery,
  useGetDeskQuery,
  useGetDeskSummaryQuery,
  useGetSubmissionQuery,
  useGetReadingQuery,
  useSignPiecesMutation,
  useMoveSubmissionMutation,
  useChooseCategoryMutation,
  useGetDuplicatesQuery,
  useGetPrecheckQuery,
  useMergeSubmissionsMutation,
  useUnmergeSubmissionsMutation,
  useAcceptSubmissionsMutation,
  useGetEntryTypesQuery,
  useMakeEntryMutation,
} = submissionsApi;
