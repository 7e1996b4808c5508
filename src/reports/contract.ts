/** What reports answers. */
import Type, { type Static } from 'typebox';

const Word = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = Type.Union([Type.String(), Type.Null()]);

export const FiguresQuery = Type.Object(
  { place: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })) },
  { additionalProperties: false },
);

/** One figure of the interview. stated and computed are in `unit`: yuan, counts, or a proportion. */
export const Figure = Type.Object({
  id: Type.String(),
  section: Type.String(),
  statement: Word,
  stated: Type.String(),
  qualifier: Type.String(),
  unit: Type.String(),
  computed: Nullable,
  /** Null where the place is not the one the interview spoke of. */
  agrees: Type.Union([Type.Boolean(), Type.Null()]),
  tolerance: Type.String(),
  indicator: Type.String(),
  /** Name and definition of the indicator that answers. */
  name: Word,
  means: Word,
  from: Type.String(),
  to: Type.String(),
  notes: Type.Array(Type.String()),
});
export type Figure = Static<typeof Figure>;

export const Figures = Type.Object({
  place: Type.String(),
  asOf: Type.String(),
  right: Type.Integer(),
  rows: Type.Array(Figure),
});
export type Figures = Static<typeof Figures>;
