import { adminApi } from '@strapi/strapi/admin';
import { UID } from '../constants';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';
import type {
  AdoptionResponse,
  CreateSubmissionFromEntryBody,
  EntryPointsResponse,
  EntryQuery,
  EntryResponse,
  EntryView,
  LedgerQuery,
  LedgerResponse,
  OverviewResponse,
  PersonProfileResponse,
  PiecesQuery,
  PiecesResponse,
  Points,
  ReportQuery,
  ReportResponse,
  UnitProfileResponse,
  UnitsResponse,
  WithdrawAdoptionBody,
} from '../../../shared/contracts';

interface EntryArguments extends EntryQuery {
  uid: string;
  documentId: string;
}

interface EntryPointsArguments {
  uid: string;
  documentIds: string[];
}

interface CreateSubmissionArguments {
  uid: string;
  documentId: string;
  body: CreateSubmissionFromEntryBody;
}

interface WithdrawArguments {
  documentId: string;
  body: WithdrawAdoptionBody;
}

interface ProfileArguments {
  documentId: string;
  /** `YYYY-MM`. */
  month: string;
}

interface PiecesArguments extends PiecesQuery {
  of: 'unit' | 'person';
  documentId: string;
}

const LEDGER = { type: 'PointsLedger', id: 'LIST' } as const;

// The Content Manager's own tags are named so that publishing refreshes what is shown of points,
// and creating a submission refreshes the form.
const pointsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'Relations', 'PointsLedger'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getEntry: build.query<EntryView, EntryArguments>({
        query: ({ uid, documentId, ...params }) =>
          getRequest(`/points/entries/${uid}/${documentId}`, params),
        transformResponse: (response: EntryResponse) => response.data,
        providesTags: (_result, _error, { uid, documentId }) => [
          { type: 'Document', id: `${uid}_${documentId}` },
          LEDGER,
        ],
      }),
      getEntryPoints: build.query<Record<string, Points>, EntryPointsArguments>({
        query: ({ uid, documentIds }) =>
          getRequest(`/points/entries/${uid}`, { documentIds: documentIds.join(',') }),
        transformResponse: (response: EntryPointsResponse) => response.data,
        providesTags: (_result, _error, { uid, documentIds }) => [
          { type: 'Document', id: `${uid}_LIST` },
          ...documentIds.map((id) => ({ type: 'Document' as const, id: `${uid}_${id}` })),
          LEDGER,
        ],
      }),
      getUnits: build.query<UnitsResponse['data'], { day: string } | null>({
        query: (params) => getRequest('/points/units', params ?? undefined),
        transformResponse: (response: UnitsResponse) => response.data,
        providesTags: [
          { type: 'Document', id: `${UID.unit}_LIST` },
          { type: 'Document', id: `${UID.officer}_LIST` },
        ],
      }),
      createSubmissionFromEntry: build.mutation<unknown, CreateSubmissionArguments>({
        query: ({ uid, documentId, body }) =>
          postRequest(`/points/entries/${uid}/${documentId}/submission`, body),
        invalidatesTags: (_result, error, { uid, documentId }) =>
          error
            ? []
            : [
                { type: 'Document', id: `${uid}_${documentId}` },
                { type: 'Document', id: `${uid}_LIST` },
                { type: 'Document', id: `${UID.submission}_LIST` },
                'Relations',
                LEDGER,
              ],
      }),
      withdrawAdoption: build.mutation<AdoptionResponse['data'], WithdrawArguments>({
        query: ({ documentId, body }) =>
          postRequest(`/points/adoptions/${documentId}/withdraw`, body),
        transformResponse: (response: AdoptionResponse) => response.data,
        invalidatesTags: (_result, error, { documentId }) =>
          error
            ? []
            : [
                { type: 'Document', id: `${UID.adoption}_${documentId}` },
                { type: 'Document', id: `${UID.adoption}_LIST` },
                LEDGER,
              ],
      }),
      getOverview: build.query<OverviewResponse['data'], { month: string }>({
        query: (params) => getRequest('/points/overview', params),
        transformResponse: (response: OverviewResponse) => response.data,
        providesTags: [LEDGER],
      }),
      getUnitProfile: build.query<UnitProfileResponse['data'], ProfileArguments>({
        query: ({ documentId, ...params }) => getRequest(`/points/units/${documentId}`, params),
        transformResponse: (response: UnitProfileResponse) => response.data,
        providesTags: [LEDGER],
      }),
      getPersonProfile: build.query<PersonProfileResponse['data'], ProfileArguments>({
        query: ({ documentId, ...params }) => getRequest(`/points/members/${documentId}`, params),
        transformResponse: (response: PersonProfileResponse) => response.data,
        providesTags: [LEDGER],
      }),
      getPieces: build.query<PiecesResponse, PiecesArguments>({
        query: ({ of, documentId, ...params }) =>
          getRequest(`/points/${of === 'unit' ? 'units' : 'members'}/${documentId}/pieces`, params),
        providesTags: [LEDGER],
      }),
      getReport: build.query<ReportResponse, ReportQuery>({
        query: (params) => getRequest('/points/report', params),
        providesTags: [LEDGER],
      }),
      getLedger: build.query<LedgerResponse, LedgerQuery>({
        query: (params) => getRequest('/points/ledger', params),
        providesTags: [LEDGER],
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetEntryQuery,
  useGetEntryPointsQuery,
  useGetUnitsQuery,
  useCreateSubmissionFromEntryMutation,
  useWithdrawAdoptionMutation,
  useGetOverviewQuery,
  useGetPersonProfileQuery,
  useGetPiecesQuery,
  useGetReportQuery,
  useGetUnitProfileQuery,
  useGetLedgerQuery,
} = pointsApi;
