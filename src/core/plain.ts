/**
 * Text without what a reader cannot see: direction overrides and isolates (UAX 9), which turn the text around them,
 * and fillers of no width, by which one name passes for another. Joiners stay where scripts and emoji need them.
 */
export const plain = (text: string): string => text.replace(HIDDEN, '')

const HIDDEN =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<!\ufe0f|[\u0600-\u0dff\u2600-\u27bf\u{1f000}-\u{1faff}])[\u200c\u200d]/gu
