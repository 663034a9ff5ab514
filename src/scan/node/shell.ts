/** A word for a shell, whatever is in it. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/**
 * A word for a shell to be shown to a person: in quotes only where it needs them.
 *
 * @example
 * shellWord("my sc'an") // "'my sc'\\''an'"
 */
export const shellWord = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : shellQuoted(text))
