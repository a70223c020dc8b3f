import type { Schema, Struct } from '@strapi/strapi';

export interface ContentAward extends Struct.ComponentSchema {
  collectionName: 'content_awards';
  info: {
    displayName: 'Award';
    icon: 'crown';
  };
  attributes: {
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    organ: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    year: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 2100;
          min: 1900;
        },
        number
      >;
  };
}

export interface ContentDownload extends Struct.ComponentSchema {
  collectionName: 'content_downloads';
  info: {
    displayName: 'Download';
    icon: 'download';
  };
  attributes: {
    file: Schema.Attribute.Media<'files'>;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

export interface ContentFlowStep extends Struct.ComponentSchema {
  collectionName: 'content_flow_steps';
  info: {
    displayName: 'Step';
    icon: 'bulletList';
  };
  attributes: {
    description: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    handledBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    timeLimit: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
  };
}

export interface ContentInheritor extends Struct.ComponentSchema {
  collectionName: 'content_inheritors';
  info: {
    displayName: 'Inheritor';
    icon: 'user';
  };
  attributes: {
    introduction: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    level: Schema.Attribute.Enumeration<
      ['world-level', 'national-level', 'provincial-level', 'city-level', 'county-level']
    > &
      Schema.Attribute.CustomField<'plugin::points.choice'>;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
  };
}

export interface ContentMapPoint extends Struct.ComponentSchema {
  collectionName: 'content_map_points';
  info: {
    displayName: 'Map point';
    icon: 'earth';
  };
  attributes: {
    latitude: Schema.Attribute.Decimal &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 90;
          min: -90;
        },
        number
      >;
    longitude: Schema.Attribute.Decimal &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 180;
          min: -180;
        },
        number
      >;
  };
}

export interface ContentMaterial extends Struct.ComponentSchema {
  collectionName: 'content_materials';
  info: {
    displayName: 'Material';
    icon: 'file';
  };
  attributes: {
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    note: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    requirement: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    sample: Schema.Attribute.Media<'files' | 'images'>;
  };
}

export interface ContentProgressNote extends Struct.ComponentSchema {
  collectionName: 'content_progress_notes';
  info: {
    displayName: 'Progress note';
    icon: 'clock';
  };
  attributes: {
    date: Schema.Attribute.Date & Schema.Attribute.Required;
    picture: Schema.Attribute.Media<'images'>;
    text: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
  };
}

export interface ContentQuestionAnswer extends Struct.ComponentSchema {
  collectionName: 'content_question_answers';
  info: {
    displayName: 'Question and answer';
    icon: 'question';
  };
  attributes: {
    answer: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2000;
      }>;
    question: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'content.award': ContentAward;
      'content.download': ContentDownload;
      'content.flow-step': ContentFlowStep;
      'content.inheritor': ContentInheritor;
      'content.map-point': ContentMapPoint;
      'content.material': ContentMaterial;
      'content.progress-note': ContentProgressNote;
      'content.question-answer': ContentQuestionAnswer;
    }
  }
}
