import { adminApi } from '@strapi/strapi/admin';
import type {
  AddresseesResponse,
  MailReceiptBody,
  MyBulletinResponse,
  MyBulletinsResponse,
  ReceiptResponse,
  ReceiptsResponse,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';

interface MailArguments {
  documentId: string;
  receiptId: string;
  body: MailReceiptBody;
}

// What the desk is shown by, so that what is acknowledged leaves it.
const DESK = { type: 'Document', id: `${UID.submission}_LIST` } as const;

const issuingApi = adminApi
  .enhanceEndpoints({
    addTagTypes: ['Document', 'PointsBulletins', 'PointsReceipts', 'PointsMyBulletins'],
  })
  .injectEndpoints({
    endpoints: (build) => ({
      getAddressees: build.query<AddresseesResponse['data'], string>({
        query: (documentId) => getRequest(`/points/bulletins/${documentId}/addressees`),
        transformResponse: ({ data }: AddresseesResponse) => data,
        providesTags: ['PointsReceipts'],
      }),
      getReceipts: build.query<ReceiptsResponse, string>({
        query: (documentId) => getRequest(`/points/bulletins/${documentId}/receipts`),
        providesTags: ['PointsReceipts'],
      }),
      issueBulletin: build.mutation<ReceiptsResponse, string>({
        query: (documentId) => postRequest(`/points/bulletins/${documentId}/issue`, {}),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsBulletins', 'PointsReceipts']),
      }),
      mailReceipt: build.mutation<ReceiptResponse, MailArguments>({
        query: ({ body, documentId, receiptId }) =>
          postRequest(`/points/bulletins/${documentId}/receipts/${receiptId}/mail`, body),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsReceipts']),
      }),
      getMyBulletins: build.query<MyBulletinsResponse, null>({
        query: () => getRequest('/points/my-bulletins'),
        providesTags: ['PointsMyBulletins'],
      }),
      readMyBulletin: build.mutation<MyBulletinResponse['data'], string>({
        query: (documentId) => postRequest(`/points/my-bulletins/${documentId}/read`, {}),
        transformResponse: ({ data }: MyBulletinResponse) => data,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsMyBulletins']),
      }),
      acknowledgeMyBulletin: build.mutation<MyBulletinResponse['data'], string>({
        query: (documentId) => postRequest(`/points/my-bulletins/${documentId}/acknowledge`, {}),
        transformResponse: ({ data }: MyBulletinResponse) => data,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsMyBulletins', DESK]),
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetAddresseesQuery,
  useGetReceiptsQuery,
  useIssueBulletinMutation,
  useMailReceiptMutation,
  useGetMyBulletinsQuery,
  useReadMyBulletinMutation,
  useAcknowledgeMyBulletinMutation,
} = issuingApi;
