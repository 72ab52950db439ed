import { pascalCase } from "../names.ts";

/** What an API is about, by its title: "Deck API" -> `Deck`; `Api` where the title says no more. */
export function apiSubject(title: string): string {
  const subject = pascalCase(title.replace(/\s+(?:rest\s+)?api\b.*$/i, ""));
  return subject === "_" ? "Api" : subject;
}
