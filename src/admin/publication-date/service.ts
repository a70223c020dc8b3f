import { adminApi } from '@strapi/strapi/admin';
import { postRequest } from '../shared/requests';

/** One line of an entry's trail, as the server keeps it. */
export interface Correction {
  at: string;
  previousDate: string;
  correctedDate: string;
  reason: string;
  personName: string;
  adoptions: boolean;
}

interface Entry {
  uid: string;
  documentId: string;
}

interface CorrectArguments extends Entry {
  body: { publicationDate: string; reason: string; adoptions: boolean };
}

const addressOf = ({ uid, documentId }: Entry): string =>
  `/site/publication-dates/${uid}/${documentId}`;

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (build) => ({
    getPublicationDateCorrections: build.query<Correction[], Entry>({
      query: (entry) => ({ url: addressOf(entry), method: 'GET' }),
      transformResponse: ({ data }: { data: Correction[] }) => data,
      providesTags: (_result, _error, { uid, documentId }) => [
        { type: 'Document', id: `${uid}_${documentId}` },
      ],
    }),
    correctPublicationDate: build.mutation<Correction[], CorrectArguments>({
      query: ({ body, ...entry }) => postRequest(addressOf(entry), body),
      transformResponse: ({ data }: { data: Correction[] }) => data,
      invalidatesTags: (_result, error, { uid, documentId }) =>
        error ? [] : [{ type: 'Document', id: `${uid}_${documentId}` }],
    }),
  }),
});

export const { useGetPublicationDateCorrectionsQuery, useCorrectPublicationDateMutation } = api;
