// The closed vocabularies of the places, as the database, the rules and the answers use them.

export const kinds = [
  'province',
  'city',
  'county',
  'street',
  'town',
  'township',
  'ethnic_township',
  'farm',
  'forest_farm',
  'zone',
  'prison',
  'other_unit',
  'administrative_village',
  'residents_committee',
  'other_village_unit',
] as const;
export type Kind = (typeof kinds)[number];

/** What became of a place between two editions. */
export const changes = [
  'added',
  'gone',
  'renamed',
  'corrected',
  'rekinded',
  'recoded',
  'moved',
  'merged',
] as const;
export type ChangeName = (typeof changes)[number];

/** What became of the name of a place. */
export const nameChanges = [
  'ending_only',
  'words_around',
  'broken',
  'characters',
  'other_name',
] as const;
export type NameChange = (typeof nameChanges)[number];

/** How sure a comparison is; confirmed: a person said so. */
export const confidences = ['certain', 'likely', 'uncertain', 'confirmed'] as const;
export type Confidence = Exclude<(typeof confidences)[number], 'confirmed'>;

export const verdicts = ['accept', 'reject'] as const;
export type Verdict = (typeof verdicts)[number];

/** A person on the page, or what accepted all that was open at once. */
export const deciders = ['person', 'command', 'first_start', 'demonstration'] as const;
export type Decider = (typeof deciders)[number];

export const tiers = ['key_assistance', 'consolidation', 'demonstration', 'self_included'] as const;

export const flags = [
  'old_revolutionary_base',
  'ethnic_area',
  'provincial_border',
  'model_village',
  'red_village',
  'weak_collective_economy',
  'weak_organisation',
  'formerly_poor_village',
] as const;
