/** A service in the style of ASP.NET whose list of events carries any payload. */
export const document = `openapi: 3.1.1
info: { title: Deck API, version: "2" }
servers: [{ url: "https://api.example.com" }]
paths:
  /events:
    get:
      tags: [Events]
      operationId: listEvents
      parameters:
        - { name: type, in: query, schema: { type: array, items: { type: string } } }
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: { type: array, items: { $ref: "#/components/schemas/ListEventData" } }
                  next_cursor: { type: string }
                  has_more: { type: boolean }
components:
  schemas:
    ListEventData:
      required: [id, object, type, data, created_at]
      type: object
      properties:
        id: { type: string }
        object: { type: string }
        type: { type: string }
        data: { $ref: "#/components/schemas/JsonElement" }
        created_at: { type: string, format: date-time }
    JsonElement: { description: Arbitrary JSON value. }
    Agent:
      type: object
      required: [id, owner]
      properties:
        id: { type: string, description: Begins with agt_. }
        owner: { $ref: "#/components/schemas/Owner" }
    Owner: { type: object, properties: { name: { type: string } } }
`;

export const page = `# Events

\`\`\`json
{
  "id": "evt_1",
  "object": "event",
  "type": "credential.verified",
  "data": { "id": "cred_1", "object": "credential", "status": "verified", "attempts": 2, "last": null },
  "created_at": "2025-01-15T09:30:00Z"
}
\`\`\`

| Type                  | Fired when                        |
| --------------------- | --------------------------------- |
| \`credential.verified\` | Credential \`verified\` a \\| b      |
| \`credential.invalid\`  | [Rejected](#rejected) by *source* |

| Type               | Fired when    |
| ------------------ | ------------- |
| \`task_run.failed\` | A run fails   |
| \`task_run.queued\` |               |
`;
