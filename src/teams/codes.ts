/** The closed lists of teams, in the order a form offers them. The database holds the same as enums. */

export const categories = [
  'cadre',
  'graduate_service',
  'agri_tech_agent',
  'finance_assistant',
  'volunteer',
] as const;
export const roles = [
  'captain',
  'deputy_captain',
  'member',
  'first_secretary',
  'specialist',
  'volunteer',
] as const;
export const tiers = ['key_assistance', 'consolidation', 'demonstration', 'self_included'] as const;
export const townKinds = [
  'street',
  'town',
  'township',
  'ethnic_township',
  'farm',
  'forest_farm',
  'zone',
  'prison',
  'other_unit',
] as const;
export const pairingKinds = [
  'designated',
  'society',
  'city_to_city',
  'organ_to_county',
  'group_to_town',
] as const;
export const dutyKinds = ['people', 'money', 'matters'] as const;
export const organisationKinds = [
  'party_government',
  'public_institution',
  'state_enterprise',
  'private_enterprise',
  'university',
  'hospital',
  'bank',
  'social_organisation',
  'chamber',
] as const;
export const organisationLevels = ['central', 'provincial', 'city', 'county'] as const;
export const sexes = ['female', 'male'] as const;
export const educations = ['secondary', 'college', 'bachelor', 'master', 'doctor'] as const;
export const ranks = [
  'section_member',
  'deputy_section_head',
  'section_head',
  'deputy_division_head',
  'division_head',
  'professional',
] as const;
export const endReasons = [
  'term_completed',
  'rotation',
  'transferred',
  'promoted',
  'illness',
  'resigned',
  'retired',
  'disciplinary',
  'entered_in_error',
] as const;
/** Sizes the warnings compare with. */
export const limitNames = ['team_least', 'agents_most', 'volunteers_most', 'term_years'] as const;
