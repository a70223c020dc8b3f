import { adminApi } from '@strapi/strapi/admin';
import type { BulletinDocumentBody, BulletinDocumentResponse } from '../../../shared/contracts';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';

interface SaveArguments {
  documentId: string;
  body: BulletinDocumentBody;
}

const pathOf = (documentId: string): string => `/points/bulletins/${documentId}/document`;

const documentApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['PointsBulletins'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getBulletinDocument: build.query<BulletinDocumentResponse['data'], string>({
        query: (documentId) => getRequest(pathOf(documentId)),
        transformResponse: ({ data }: BulletinDocumentResponse) => data,
        providesTags: ['PointsBulletins'],
      }),
      saveBulletinDocument: build.mutation<BulletinDocumentResponse, SaveArguments>({
        query: ({ body, documentId }) => postRequest(pathOf(documentId), body),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsBulletins']),
      }),
    }),
    overrideExisting: false,
  });

export const { useGetBulletinDocumentQuery, useSaveBulletinDocumentMutation } = documentApi;
