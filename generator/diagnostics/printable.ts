/**
 * Characters that would act on a terminal or hide text instead of showing: C0 and C1 controls, line and paragraph
 * separators, zero-width and bidirectional marks ("Trojan Source", CVE-2021-42574), lone surrogates.
 */
const acting =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/** The text with each such character written as `\u{202e}`, so that it is seen and does nothing. */
export function printable(text: string): string {
  return text.replace(acting, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}
