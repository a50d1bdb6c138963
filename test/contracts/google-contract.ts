import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { z } from 'zod';

/**
 * The published description of Calendar v3 (a Google discovery document) as a judge of requests and answers. Every function returns the problems
 * found, none when all is well. Errors are not described there: their usual form is judged. Unknown fields and parameters are problems. Two things
 * that only its sentences say are accepted in requests: a time without offset beside its zone, and null in a patch, which takes a field away.
 */
export interface GoogleContract {
  readonly available: boolean;
  /** `method` as `events.insert`; `body` undefined where none was sent. */
  validateRequest(method: string, query: Readonly<Record<string, readonly string[]>>, body?: unknown): string[];
  validateAnswer(method: string, status: number, body?: unknown): string[];
}

const node = z.record(z.string(), z.unknown());
const parameterSchema = z.looseObject({
  location: z.enum(['path', 'query']),
  type: z.string(),
  required: z.boolean().optional(),
  repeated: z.boolean().optional(),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  minimum: z.string().optional(),
  maximum: z.string().optional(),
});
type Parameter = z.output<typeof parameterSchema>;
const methodSchema = z.looseObject({
  parameters: z.record(z.string(), parameterSchema).default({}),
  request: z.object({ $ref: z.string() }).optional(),
  response: z.object({ $ref: z.string() }).optional(),
});
const documentSchema = z.object({
  schemas: z.record(z.string(), node),
  parameters: z.record(z.string(), parameterSchema),
  resources: z.record(z.string(), z.object({ methods: z.record(z.string(), methodSchema) })),
});
type Method = z.output<typeof methodSchema>;

const ERROR = {
  type: 'object',
  required: ['error'],
  additionalProperties: false,
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'errors'],
      additionalProperties: false,
      properties: {
        code: { type: 'integer' },
        message: { type: 'string' },
        errors: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['domain', 'reason', 'message'],
            additionalProperties: false,
            properties: {
              domain: { type: 'string' },
              reason: { type: 'string' },
              message: { type: 'string' },
              locationType: { enum: ['parameter', 'header'] },
              location: { type: 'string' },
            },
          },
        },
      },
    },
  },
};

/** Reads the description from a contracts folder; `undefined` gives a contract that says nothing and warns loudly. */
export function openGoogleContract(folder: string | undefined): GoogleContract {
  if (folder === undefined) {
    console.warn(
      '\n!!! CONTRACTS_DIR is not set: calendar requests and answers were NOT checked against calendar__v3.json !!!\n',
    );
    return { available: false, validateRequest: () => [], validateAnswer: () => [] };
  }
  const file = join(folder, 'google', 'calendar__v3.json');
  const described = documentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const judgeAsked = createJudge(described.schemas, (text) => isDateTime(text) || isDateTime(`${text}Z`));
  const judge = createJudge(described.schemas, isDateTime);
  const find = (name: string): Method | undefined => {
    const [resource = '', method = ''] = name.split('.');
    return described.resources[resource]?.methods[method];
  };
  return {
    available: true,
    validateRequest: (name, query, body) => {
      const method = find(name);
      if (method === undefined) return [`${name} is not in the description`];
      const problems = Object.entries(query).flatMap(([key, values]) =>
        judgeParameter(key, values, method.parameters[key] ?? described.parameters[key]),
      );
      if (method.request === undefined) return body === undefined ? problems : [...problems, `${name} takes no body`];
      return [
        ...problems,
        ...(body === undefined
          ? ['the body is missing']
          : judgeAsked(method.request, name === 'events.patch' ? withoutNulls(body) : body)),
      ];
    },
    validateAnswer: (name, status, body) => {
      const method = find(name);
      if (method === undefined) return [`${name} is not in the description`];
      if (status >= 400) return judge(ERROR, body);
      if (method.response !== undefined) return judge(method.response, body);
      return status === 204 && body === undefined ? [] : [`${name} answers nothing, with 204`];
    },
  };
}

const contract = openGoogleContract(process.env['CONTRACTS_DIR']);

const requestParams = z.object({ query: z.record(z.string(), z.array(z.string())), body: z.unknown().optional() });
interface Entry {
  readonly method: string;
  readonly kind: string;
  readonly platform: string;
  readonly status?: number;
  readonly fault?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/**
 * Judges what a sandbox's ledger shows of calendar calls and of their answers, by the description of CONTRACTS_DIR; requests that were refused as
 * wrong may be wrong.
 * @throws Error that names every problem
 */
export function judgeLedger(entries: readonly Entry[]): void {
  const problems = entries
    .filter(({ kind, platform, method }) => kind === 'request' && platform === 'google' && method.startsWith('events.'))
    .flatMap(({ method, status, fault, params, result }) => {
      const { query, body } = requestParams.parse(params);
      const refused = status === 400 && fault === undefined;
      return [
        ...(refused ? [] : contract.validateRequest(method, query, body)),
        ...(status === undefined ? [] : contract.validateAnswer(method, status, result)),
      ].map((problem) => `${method}: ${problem}`);
    });
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

function isDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}

function judgeParameter(name: string, values: readonly string[], parameter: Parameter | undefined): string[] {
  if (parameter?.location !== 'query') return [`${name} is no parameter`];
  const once = values.length === 1 || parameter.repeated === true ? [] : [`${name} is given ${values.length} times`];
  return [...once, ...values.flatMap((value) => (fits(value, parameter) ? [] : [`${name} may not be ${value}`]))];
}

function fits(value: string, { type, format, minimum, maximum, ...parameter }: Parameter): boolean {
  if (parameter.enum !== undefined) return parameter.enum.includes(value);
  if (type === 'boolean') return value === 'true' || value === 'false';
  if (format === 'date-time') return isDateTime(value);
  if (type !== 'integer') return true;
  return (
    /^\d+$/.test(value) &&
    Number(value) >= Number(minimum ?? 0) &&
    Number(value) <= Number(maximum ?? Number.MAX_SAFE_INTEGER)
  );
}

type Judge = (schema: Readonly<Record<string, unknown>>, value: unknown) => string[];

function withoutNulls(value: unknown): unknown {
  const object = node.safeParse(value).data;
  if (object === undefined) return value;
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, inner]) => (inner === null ? [] : [[name, withoutNulls(inner)]])),
  );
}

function createJudge(
  schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  isTime: (text: string) => boolean,
): Judge {
  const definitions = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, convert(schema)]));
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('date-time', isTime);
  for (const name of ['int32', 'byte', 'int64']) ajv.addFormat(name, true);
  const compiled = new Map<string, ValidateFunction>();
  return (schema, value) => {
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? ajv.compile({ ...convert(schema), definitions });
    compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      (error) =>
        `${error.instancePath === '' ? '(root)' : error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
    );
  };
}

/** A discovery schema as JSON Schema: references lead to definitions, and every object is closed. */
function convert(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { $ref, type, format, properties, items, additionalProperties, ...rest } = schema;
  if (typeof $ref === 'string' && !$ref.startsWith('#')) return { $ref: `#/definitions/${$ref}` };
  if (type === undefined) return { ...schema };
  const inner = node.safeParse(properties).data;
  return {
    ...(type === 'any' ? {} : { type }),
    ...(format === undefined ? {} : { format }),
    ...(Array.isArray(rest['enum']) ? { enum: rest['enum'] } : {}),
    ...(Array.isArray(rest['required']) ? { required: rest['required'] } : {}),
    ...(node.safeParse(items).success ? { items: convert(node.parse(items)) } : {}),
    ...(node.safeParse(additionalProperties).success
      ? { additionalProperties: convert(node.parse(additionalProperties)) }
      : {}),
    ...(inner === undefined
      ? {}
      : {
          additionalProperties: false,
          properties: Object.fromEntries(
            Object.entries(inner).map(([name, value]) => [name, convert(node.parse(value))]),
          ),
        }),
  };
}
