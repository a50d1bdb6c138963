import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { z } from 'zod';

/**
 * The published description of signal-cli-rest-api (Swagger 2.0) as a judge of requests, answers and received frames. Every function returns
 * the problems found, none when all is well. Without the description (CONTRACTS_DIR unset) nothing is checked, and `available` is false.
 *
 * Where the description is known to be short of the truth, the truth is accepted: `/v2/send` answers 429 with challenge tokens, may answer a
 * list, and a 201 may carry `errors.recipients`; a frame may be `{error}` or carry `exception` beside or without `envelope`; fields of frames
 * that are not required may be null (signal-cli writes them so); 400, 404 and 500 are `{error}` everywhere. Unknown fields are problems.
 */
export interface SignalContract {
  readonly available: boolean;
  /** `path` as sent, encoded and with its query: `/v1/polls/%2B33…`. A body that must not be there is a problem too. */
  validateRequest(method: string, path: string, body?: unknown): string[];
  validateAnswer(method: string, path: string, status: number, body?: unknown): string[];
  validateFrame(frame: unknown): string[];
}

const refSchema = z.record(z.string(), z.unknown());
const swaggerSchema = z.object({
  definitions: z.record(z.string(), refSchema),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z
          .array(z.object({ in: z.string(), required: z.boolean().optional(), schema: refSchema.optional() }))
          .optional(),
        responses: z.record(z.string(), z.object({ schema: refSchema.optional() })),
      }),
    ),
  ),
});
type Operation = z.output<typeof swaggerSchema>['paths'][string][string];

/** Reads the description from a contracts folder; `undefined` gives a contract that says nothing and warns loudly. */
export function openSignalContract(folder: string | undefined): SignalContract {
  if (folder === undefined) {
    console.warn(
      '\n!!! CONTRACTS_DIR is not set: signal requests, answers and frames were NOT checked against swagger.json !!!\n',
    );
    return { available: false, validateRequest: () => [], validateAnswer: () => [], validateFrame: () => [] };
  }
  const swagger = swaggerSchema.parse(JSON.parse(readFileSync(join(folder, 'signal', 'swagger.json'), 'utf8')));
  const judge = createJudge(swagger.definitions);

  function find(method: string, path: string): Operation | null {
    const bare = path.split('?')[0] ?? '';
    const template = Object.keys(swagger.paths).find((candidate) => matches(candidate, bare));
    return template === undefined ? null : (swagger.paths[template]?.[method.toLowerCase()] ?? null);
  }

  return {
    available: true,
    validateRequest: (method, path, body) => {
      const operation = find(method, path);
      if (operation === null) return [`${method} ${path} is not in the description`];
      const parameter = operation.parameters?.find((candidate) => candidate.in === 'body');
      if (parameter?.schema === undefined) return body === undefined ? [] : [`${method} ${path} takes no body`];
      if (body === undefined) return parameter.required === true ? ['the body is missing'] : [];
      return judge(parameter.schema, body);
    },
    validateAnswer: (method, path, status, body) => {
      const operation = find(method, path);
      if (operation === null) return [`${method} ${path} is not in the description`];
      return judgeAnswer(judge, operation, path, status, body);
    },
    validateFrame: (frame) => judge(isError(frame) ? ERROR_FRAME : FRAME, frame),
  };
}

const contract = openSignalContract(process.env['CONTRACTS_DIR']);

/** Whether the description was found. */
export const contractAvailable: boolean = contract.available;
/** {@link SignalContract.validateRequest} with the description of CONTRACTS_DIR. */
export function validateRequest(method: string, path: string, body?: unknown): string[] {
  return contract.validateRequest(method, path, body);
}
/** {@link SignalContract.validateAnswer} with the description of CONTRACTS_DIR. */
export function validateAnswer(method: string, path: string, status: number, body?: unknown): string[] {
  return contract.validateAnswer(method, path, status, body);
}
/** {@link SignalContract.validateFrame} with the description of CONTRACTS_DIR. */
export function validateFrame(frame: unknown): string[] {
  return contract.validateFrame(frame);
}

type Judge = (schema: Readonly<Record<string, unknown>>, value: unknown) => string[];
const definition = (name: string): { $ref: string } => ({ $ref: `#/definitions/${name}` });

/** The wrapper's own error, which carries nothing else. */
const ERROR_FRAME = { type: 'object', properties: { error: { type: 'string' } }, additionalProperties: false };

/** A message, or an exception with or without its envelope. */
const FRAME = {
  type: 'object',
  properties: {
    account: { type: 'string' },
    envelope: definition('receive.MessageEnvelope'),
    exception: definition('receive.Error'),
  },
  required: ['account'],
  anyOf: [{ required: ['envelope'] }, { required: ['exception'] }],
  additionalProperties: false,
};

/** One answer of `/v2/send`, with what the description leaves out. */
const SENT = {
  type: 'object',
  properties: {
    timestamp: { type: 'string', pattern: '^\\d{13}$' },
    errors: {
      type: 'object',
      properties: { recipients: { type: 'array', minItems: 1, items: definition('receive.SendMessageResult') } },
      required: ['recipients'],
      additionalProperties: false,
    },
  },
  required: ['timestamp'],
  additionalProperties: false,
};

function isError(frame: unknown): boolean {
  return typeof frame === 'object' && frame !== null && 'error' in frame;
}

function judgeAnswer(judge: Judge, operation: Operation, path: string, status: number, body: unknown): string[] {
  if (path === '/v2/send' && status === 201)
    return judge({ anyOf: [SENT, { type: 'array', minItems: 1, maxItems: 1, items: SENT }] }, body);
  if (path === '/v2/send' && status === 429) return judge(definition('api.SendMessageError'), body);
  if ([400, 404, 500].includes(status)) return judge(definition('api.Error'), body);
  const response = operation.responses[String(status)];
  if (response === undefined) return [`${path} never answers ${status}`];
  // "string" stands for "OK" (an empty body) and for bytes.
  if (response.schema === undefined || response.schema['type'] === 'string') return [];
  return judge(response.schema, body);
}

function createJudge(definitions: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Judge {
  const converted = Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [name, convert(schema, name.startsWith('receive.'))]),
  );
  const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true });
  const compiled = new Map<string, ValidateFunction>();
  return (schema, value) => {
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? ajv.compile({ ...schema, definitions: converted });
    compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      (error) =>
        `${error.instancePath === '' ? '(root)' : error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
    );
  };
}

/** Closes every object, and lets what is not required be null where signal-cli writes nulls. */
function convert(schema: Readonly<Record<string, unknown>>, nullable: boolean): Record<string, unknown> {
  const { example: _, ...rest } = schema;
  const properties = refSchema.safeParse(schema['properties']);
  const items = refSchema.safeParse(schema['items']);
  const required = z.array(z.string()).safeParse(schema['required']).data ?? [];
  return {
    ...rest,
    ...(items.success ? { items: convert(items.data, nullable) } : {}),
    ...(properties.success
      ? {
          additionalProperties: false,
          properties: Object.fromEntries(
            Object.entries(properties.data).map(([name, value]) => {
              const inner = convert(refSchema.parse(value), nullable);
              return [name, nullable && !required.includes(name) ? { anyOf: [inner, { type: 'null' }] } : inner];
            }),
          ),
        }
      : {}),
  };
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const parts = path.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, index) => (part.startsWith('{') ? parts[index] !== '' : part === parts[index]))
  );
}
