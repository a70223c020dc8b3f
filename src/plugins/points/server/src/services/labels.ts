import type { Language } from '../language';

/** Names by message id, as the admin panel looks them up. */
type Names = Readonly<Record<string, string>>;

/**
 * The names of the site's own fields and of the values of its closed lists, for the sentences that
 * refuse bad input. The site tells them at start, for the plugin knows none of its types by name.
 */
export const labelsService = () => {
  const byLanguage = new Map<Language, Names>();

  return {
    /**
     * Adds names: `content-manager.content-types.<uid>.<field>` for fields, with `components` for
     * those of components; the bare value for values.
     */
    add(language: Language, names: Names): void {
      byLanguage.set(language, { ...byLanguage.get(language), ...names });
    },

    /** The name of a field of a content type or component, if the site told it. */
    ofField(language: Language, uid: string, field: string): string | undefined {
      const names = byLanguage.get(language);
      return (
        names?.[`content-manager.content-types.${uid}.${field}`] ??
        names?.[`content-manager.components.${uid}.${field}`]
      );
    },

    /** The name of a value of a closed list, if the site told it. */
    ofValue(language: Language, value: string): string | undefined {
      return byLanguage.get(language)?.[value];
    },
  };
};
