/** Text as code in a line of Markdown (CommonMark, section 6.1); two backticks side by side would end it and are left out. */
export function codeSpan(text: string): string {
  return text.includes("`") ? `\`\` ${text.replaceAll("``", "")} \`\`` : `\`${text}\``;
}
