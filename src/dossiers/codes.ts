/** The closed lists of dossiers. The database holds the same as enums. */
export const fileTypes = ['pdf', 'jpeg', 'png'] as const;
export const fileClasses = ['internal', 'personal'] as const;
