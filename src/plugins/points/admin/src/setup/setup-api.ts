import { adminApi } from '@strapi/strapi/admin';
import type {
  InstallRuleSetBody,
  InstallRuleSetResponse,
  Invitation,
  InvitationResponse,
  JoiningBody,
  JoiningResponse,
  NewUnitBody,
  NewUnitResponse,
  RenewInvitationBody,
  SetupResponse,
  TestMailResponse,
  UnitImportResponse,
} from '../../../shared/contracts';
import { getRequest, postRequest } from '../../../../../admin/shared/requests';
import { UID } from '../constants';

interface RenewArguments {
  member: string;
  body: RenewInvitationBody;
}

interface ImportArguments {
  file: File;
  sendMail: boolean;
}

/** The workbook as a form brings it. */
const formOf = (file: File, sendMail: boolean): FormData => {
  const form = new FormData();
  form.append('file', file);
  form.append('sendMail', String(sendMail));
  return form;
};

const LISTS = [
  { type: 'Document', id: `${UID.unit}_LIST` },
  { type: 'Document', id: `${UID.officer}_LIST` },
] as const;

const setupApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'PointsSetup'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getSetup: build.query<SetupResponse['data'], null>({
        query: () => getRequest('/points/setup'),
        transformResponse: ({ data }: SetupResponse) => data,
        providesTags: ['PointsSetup'],
      }),
      installRuleSet: build.mutation<InstallRuleSetResponse, InstallRuleSetBody>({
        query: (body) => postRequest('/points/setup/rule-set', body),
        invalidatesTags: (_result, error) =>
          error ? [] : ['PointsSetup', { type: 'Document', id: `${UID.ruleSet}_LIST` }],
      }),
      sendTestMail: build.mutation<TestMailResponse, null>({
        query: () => postRequest('/points/setup/test-mail', {}),
        invalidatesTags: ['PointsSetup'],
      }),
      foundUnit: build.mutation<NewUnitResponse['data'], NewUnitBody>({
        query: (body) => postRequest('/points/units', body),
        transformResponse: ({ data }: NewUnitResponse) => data,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsSetup', ...LISTS]),
      }),
      joinUnit: build.mutation<JoiningResponse['data'], JoiningBody>({
        query: (body) => postRequest('/points/members', body),
        transformResponse: ({ data }: JoiningResponse) => data,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsSetup', ...LISTS]),
      }),
      checkUnits: build.mutation<UnitImportResponse['data'], File>({
        query: (file) => postRequest('/points/units/import/check', formOf(file, false)),
        transformResponse: ({ data }: UnitImportResponse) => data,
      }),
      importUnits: build.mutation<UnitImportResponse['data'], ImportArguments>({
        query: ({ file, sendMail }) => postRequest('/points/units/import', formOf(file, sendMail)),
        transformResponse: ({ data }: UnitImportResponse) => data,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsSetup', ...LISTS]),
      }),
      renewInvitation: build.mutation<Invitation, RenewArguments>({
        query: ({ body, member }) => postRequest(`/points/members/${member}/invitation`, body),
        transformResponse: ({ data }: InvitationResponse) => data,
        invalidatesTags: (_result, error) => (error ? [] : ['PointsSetup']),
      }),
    }),
    overrideExisting: false,
  });

export const {
  useGetSetupQuery,
  useInstallRuleSetMutation,
  useSendTestMailMutation,
  useFoundUnitMutation,
  useJoinUnitMutation,
  useCheckUnitsMutation,
  useImportUnitsMutation,
  useRenewInvitationMutation,
} = setupApi;
