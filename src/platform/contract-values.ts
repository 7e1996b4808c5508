/** Values that deeds of several rooms carry. */
import Type from 'typebox';

/** Something beside spaces, and nothing a database cannot hold. */
export const said = '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$';
export const Title = Type.String({ minLength: 1, maxLength: 150, pattern: said });
/** Above nothing, up to ten thousand 亿元. */
export const Fen = Type.String({ pattern: '^[1-9][0-9]{0,13}$' });
/** The state a deed was done on, as its page had it. */
export const Seen = Type.String({ format: 'date-time' });
