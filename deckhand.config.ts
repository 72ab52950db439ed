import type { Config } from "./generator/options.ts";

export default {
  input: "spec/v2.json",
  overlays: ["spec/overlays/deck.yaml"],
  output: "generated",
  sources: [{ from: "https://docs.deck.co/llms.txt", to: "spec/v2.json" }],
  package: { name: "deck-sdk" },
  events: {
    page: "spec/docs/events-reference.md",
    envelope: "ListEventData",
    signature: "standard-webhooks",
  },
} satisfies Config;
