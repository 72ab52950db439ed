import type {
  NewPetWebhookHeaders,
  NewPetWebhookQuery,
  PetGoneWebhookHeaders,
} from "../sdk/index.js";

/** What a receiver has of a request that the API sends. */
export function received(request: Request): void {
  const headers = request.headers as NewPetWebhookHeaders;
  const signature: string = headers.get("X-Signature");
  // @ts-expect-error: it need not be there.
  const attempt: string = headers.get("X-Attempt");
  const event: "newPet" | "petGone" | null = headers.get("X-Event") as "newPet";
  // @ts-expect-error: no event is called so.
  const isOther = headers.get("X-Event") === "petSold";
  const undocumented: string | null = headers.get("X-Other");

  const query = new URL(request.url).searchParams as NewPetWebhookQuery;
  const state = query.get("state");
  if (state === "first") return;
  const tags: string[] = query.getAll("tag");

  const sameHeaders: PetGoneWebhookHeaders = headers;
  void [signature, attempt, event, isOther, undocumented, tags, sameHeaders];
}
