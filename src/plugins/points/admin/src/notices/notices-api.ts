import { adminApi } from '@strapi/strapi/admin';
import { getRequest, postRequest, putRequest } from '../../../../../admin/shared/requests';
import type {
  MarkNoticesBody,
  MarkNoticesResponse,
  NoticeCountResponse,
  NoticeSettingsBody,
  NoticeSettingsResponse,
  NoticesQuery,
  NoticesResponse,
} from '../../../shared/contracts';

const noticesApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['PointsNotices', 'PointsNoticeSettings'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getNotices: build.query<NoticesResponse, NoticesQuery>({
        query: (params) => getRequest('/points/notices', params),
        providesTags: ['PointsNotices'],
      }),
      getNoticeCount: build.query<number, null>({
        query: () => getRequest('/points/notices/count'),
        transformResponse: (response: NoticeCountResponse) => response.data.unread,
        providesTags: ['PointsNotices'],
      }),
      markNotices: build.mutation<MarkNoticesResponse['data'], MarkNoticesBody>({
        query: (body) => postRequest('/points/notices/read', body),
        transformResponse: (response: MarkNoticesResponse) => response.data,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsNotices']),
      }),
      getNoticeSettings: build.query<NoticeSettingsResponse['data'], null>({
        query: () => getRequest('/points/notices/settings'),
        transformResponse: (response: NoticeSettingsResponse) => response.data,
        providesTags: ['PointsNoticeSettings'],
      }),
      chooseNotices: build.mutation<NoticeSettingsResponse['data'], NoticeSettingsBody>({
        query: (body) => putRequest('/points/notices/settings', body),
        transformResponse: (response: NoticeSettingsResponse) => response.data,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsNoticeSettings']),
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetNoticesQuery,
  useGetNoticeCountQuery,
  useMarkNoticesMutation,
  useGetNoticeSettingsQuery,
  useChooseNoticesMutation,
} = noticesApi;
