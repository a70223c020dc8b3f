import { adminApi } from '@strapi/strapi/admin';
import { MARKS, type FormMarks } from './form-marks';

interface MarkArguments {
  model: string;
  marks: FormMarks;
}

/** What of a content type's configuration, as the Content Manager has read it, is looked at here. */
interface Configuration {
  contentType: { settings: Record<string, unknown> };
}

/** The Content Manager's own memory, whose endpoints its exported type does not name. */
interface Memory {
  updateQueryData(
    endpoint: 'getContentTypeConfiguration',
    model: string,
    change: (configuration: Configuration) => void
  ): Parameters<Dispatch>[0];
}

type Dispatch = (action: never) => unknown;

// A form's layout is made of the configuration that was read: Strapi draws it anew when that
// changes, keeping what was typed. There is no other way to lock a form that is open.
const marksApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    markForm: build.mutation<null, MarkArguments>({
      queryFn: ({ model, marks }, { dispatch }) => {
        const { updateQueryData } = adminApi.util as unknown as Memory;
        (dispatch as Dispatch)(
          updateQueryData('getContentTypeConfiguration', model, (configuration) => {
            configuration.contentType.settings[MARKS] = marks;
          })
        );
        // Changes of what was read are told in a batch, a frame late; any other action tells them at once.
        (dispatch as (action: object) => unknown)({ type: 'points/form-marked' });
        return { data: null };
      },
    }),
  }),
  overrideExisting: false,
});

export const { useMarkFormMutation } = marksApi;
