import { adminApi } from '@strapi/strapi/admin';
import {
  CONFIRM_HEADER,
  type AdoptableQuery,
  type AdoptableResponse,
  type AdoptablesResponse,
  type AdoptableView,
  type AdoptionChainResponse,
  type AdoptionPreviewResponse,
  type AdoptionStepsBody,
  type CreateAdoptableBody,
  type ImportCheckResponse,
  type ImportResponse,
  type ImportsResponse,
  type Question,
  type RecordableResponse,
  type RecordableView,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';
import { importForm, runImport, type Progress } from './import-run';

interface RecordArguments {
  body: AdoptionStepsBody;
  /** What was said yes to. */
  confirmed: readonly Question[];
}

interface ImportArguments {
  file: File;
  /** By which the panel is logged in. */
  token: string | null;
  /** Is told how far it is. */
  tell: (progress: Progress) => void;
}

// Of the pages of rule sets: what they put in force changes what can be recorded.
const RULES = 'PointsRuleSets';
const LEDGER = { type: 'PointsLedger', id: 'LIST' } as const;
const PIECES = { type: 'Document', id: `${UID.submission}_LIST` } as const;
const ADOPTIONS = { type: 'Document', id: `${UID.adoption}_LIST` } as const;

// The Content Manager's own tags: a save there refreshes what is shown here, and the other way round.
export const adoptionsApi = adminApi
  .enhanceEndpoints({
    addTagTypes: ['Document', 'PointsLedger', 'PointsRuleSets', 'AdoptionImports'],
  })
  .injectEndpoints({
    endpoints: (build) => ({
      getAdoptables: build.query<AdoptablesResponse, AdoptableQuery>({
        query: (params) => getRequest('/points/adoptions/submissions', params),
        providesTags: [PIECES],
      }),
      createAdoptable: build.mutation<AdoptableView, CreateAdoptableBody>({
        query: (body) => postRequest('/points/adoptions/submissions', body),
        transformResponse: (response: AdoptableResponse) => response.data,
        invalidatesTags: (_result, error) => (error ? [] : [PIECES]),
      }),
      getAdoptionChain: build.query<AdoptionChainResponse, string>({
        query: (documentId) => getRequest(`/points/submissions/${documentId}/adoptions`),
        providesTags: (_result, _error, documentId) => [
          { type: 'Document', id: `${UID.submission}_${documentId}` },
          ADOPTIONS,
          LEDGER,
        ],
      }),
      getRecordable: build.query<RecordableView[], undefined>({
        query: () => getRequest('/points/adoptions/channels'),
        transformResponse: (response: RecordableResponse) => response.data,
        providesTags: [RULES],
      }),
      previewSteps: build.query<AdoptionPreviewResponse['data'], AdoptionStepsBody>({
        query: (body) => postRequest('/points/adoptions/preview', body),
        transformResponse: (response: AdoptionPreviewResponse) => response.data,
        providesTags: [ADOPTIONS, LEDGER],
      }),
      recordSteps: build.mutation<AdoptionChainResponse, RecordArguments>({
        query: ({ body, confirmed }) => {
          const request = postRequest('/points/adoptions/steps', body);
          const headers = { ...request.config.headers, [CONFIRM_HEADER]: confirmed.join(',') };
          return { ...request, config: { ...request.config, headers } };
        },
        invalidatesTags: (_result, error, { body: { submission } }) =>
          error
            ? []
            : [
                PIECES,
                ADOPTIONS,
                LEDGER,
                { type: 'Document', id: `${UID.submission}_${submission}` },
              ],
      }),
      checkImport: build.mutation<ImportCheckResponse['data'], File>({
        query: (file) => postRequest('/points/adoptions/import/check', importForm(file)),
        transformResponse: (response: ImportCheckResponse) => response.data,
      }),
      importAdoptions: build.mutation<ImportResponse['data'], ImportArguments>({
        queryFn: ({ file, token, tell }) => runImport(file, token, tell),
        invalidatesTags: (_result, error) =>
          error ? [] : [PIECES, ADOPTIONS, LEDGER, 'AdoptionImports'],
      }),
      getImports: build.query<ImportsResponse, { page: number; pageSize: number }>({
        query: (params) => getRequest('/points/adoptions/imports', params),
        providesTags: ['AdoptionImports'],
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetAdoptablesQuery,
  useCreateAdoptableMutation,
  useGetAdoptionChainQuery,
  useGetRecordableQuery,
  usePreviewStepsQuery,
  useRecordStepsMutation,
  useCheckImportMutation,
  useImportAdoptionsMutation,
  useGetImportsQuery,
} = adoptionsApi;
