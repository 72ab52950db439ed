/** How many columns text takes, counted as prettier counts: wide characters and emoji two, combining marks none. */
export function textWidth(text: string): number {
  return ascii.test(text) ? text.length : unicodeWidth(text);
}

const ascii = /^[\x20-\x7f]*$/;

function unicodeWidth(text: string): number {
  let width = 0;
  const rest = text.replace(emoji, (match) => {
    width += narrowEmoji.test(match) ? 1 : 2;
    return "";
  });
  for (const character of rest) {
    if (noWidth.test(character)) continue;
    width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return width;
}

const emoji = new RegExp("\\p{RGI_Emoji}|\\p{Emoji_Presentation}", "gv");
const narrowEmoji = /^[\u00a9\u00ae\u203c-\u3299]\ufe0f?$/;
const noWidth = /[\p{Cc}\p{Nonspacing_Mark}\p{Enclosing_Mark}]/u;

/** Unicode East Asian Width "W" and "F", in blocks. */
function isWide(codePoint: number): boolean {
  return wideRanges.some(([from, to]) => codePoint >= from && codePoint <= to);
}

const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1b000, 0x1b2ff],
  [0x20000, 0x3fffd],
];
