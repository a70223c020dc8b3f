import { adminApi } from '@strapi/strapi/admin';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';
import type {
  MessageDetail,
  MessageResponse,
  MessagesQuery,
  MessagesResponse,
  SendAgainBody,
} from '../../../shared/contracts';

const outboxApi = adminApi.enhanceEndpoints({ addTagTypes: ['MailMessage'] }).injectEndpoints({
  endpoints: (build) => ({
    getMessages: build.query<MessagesResponse, MessagesQuery>({
      query: (params) => getRequest('/mail/messages', params),
      providesTags: ['MailMessage'],
    }),
    getMessage: build.query<MessageDetail, string>({
      query: (documentId) => getRequest(`/mail/messages/${documentId}`),
      transformResponse: ({ data }: MessageResponse) => data,
      providesTags: ['MailMessage'],
    }),
    sendAgain: build.mutation<MessageResponse, { documentId: string; body: SendAgainBody }>({
      query: ({ documentId, body }) => postRequest(`/mail/messages/${documentId}/send-again`, body),
      invalidatesTags: ['MailMessage'],
    }),
    cancelMessage: build.mutation<MessageResponse, string>({
      query: (documentId) => postRequest(`/mail/messages/${documentId}/cancel`, {}),
      invalidatesTags: ['MailMessage'],
    }),
  }),
});

export const {
  useGetMessagesQuery,
  useGetMessageQuery,
  useSendAgainMutation,
  useCancelMessageMutation,
} = outboxApi;
