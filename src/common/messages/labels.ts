import type { Language } from './request-language';
import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';
import { oncePerApplication } from '../once-per-application';

/** Names by message id, as the admin panel looks them up. */
type Names = Readonly<Record<string, string>>;

/**
 * The names of fields and of the values of closed lists, for the sentences that refuse bad input.
 * Whoever has content types of its own adds their names at start.
 */
export const labelsOf = oncePerApplication(() => {
  const byLanguage = new Map<Language, Names>([
    ['en', en],
    ['zh-Hans', zhHans],
  ]);

  return {
    /**
     * Adds names: `content-manager.content-types.<uid>.<field>` for fields, with `components` for
     * those of components, `field.<field>` for those of every type; `choice.<value>` or the bare
     * value for values. Other messages among them do no harm.
     */
    add(language: Language, names: Names): void {
      byLanguage.set(language, { ...byLanguage.get(language), ...names });
    },

    /** The name of a field of a content type or component, else of any; if somebody told it. */
    ofField(language: Language, field: string, uid?: string): string | undefined {
      const names = byLanguage.get(language);
      return (
        names?.[`content-manager.content-types.${uid}.${field}`] ??
        names?.[`content-manager.components.${uid}.${field}`] ??
        names?.[`field.${field}`]
      );
    },

    /** The name of a value of a closed list, if somebody told it. */
    ofValue(language: Language, value: string): string | undefined {
      const names = byLanguage.get(language);
      return names?.[`choice.${value}`] ?? names?.[value];
    },
  };
});
