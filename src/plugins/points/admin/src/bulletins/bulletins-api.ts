import { adminApi } from '@strapi/strapi/admin';
import type {
  BulletinPreviewResponse,
  BulletinResponse,
  BulletinsResponse,
  SealBody,
  VerifyResponse,
} from '../../../shared/contracts';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';

const bulletinsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['PointsLedger', 'PointsBulletins'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getBulletins: build.query<BulletinsResponse, null>({
        query: () => getRequest('/points/bulletins'),
        providesTags: ['PointsBulletins'],
      }),
      getBulletinPreview: build.query<BulletinPreviewResponse['data'], string>({
        query: (month) => getRequest('/points/bulletins/preview', { month }),
        transformResponse: ({ data }: BulletinPreviewResponse) => data,
        providesTags: ['PointsBulletins', 'PointsLedger'],
      }),
      sealMonth: build.mutation<BulletinResponse, SealBody>({
        query: (body) => postRequest('/points/bulletins', body),
        invalidatesTags: (_result, error) => (error ? [] : ['PointsBulletins', 'PointsLedger']),
      }),
      verifyLedger: build.query<VerifyResponse['data'], null>({
        query: () => getRequest('/points/verify'),
        transformResponse: ({ data }: VerifyResponse) => data,
        providesTags: ['PointsBulletins', 'PointsLedger'],
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetBulletinsQuery,
  useGetBulletinPreviewQuery,
  useSealMonthMutation,
  useLazyVerifyLedgerQuery,
} = bulletinsApi;
